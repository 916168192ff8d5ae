// What the API needs to know about how it is reached.

export interface AdminApiSettings {
  readonly version: string;
  /** Where browsers reach it, for example https://admin.example.org. Decides the session cookie's name and Secure. */
  readonly publicUrl: string;
  /** The built console, or undefined to serve none. */
  readonly consoleDir: string | undefined;
  /** Addresses or networks (CIDR) of proxies whose X-Forwarded-For is believed. Empty: none. */
  readonly trustedProxies: readonly string[];
  /** Origins of other pages that may use the API from a browser. Empty: none. */
  readonly corsOrigins: readonly string[];
}

export function isHttps(settings: AdminApiSettings): boolean {
  return settings.publicUrl.startsWith('https:');
}

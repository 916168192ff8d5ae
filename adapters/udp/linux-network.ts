// The few Linux system calls the batched socket needs, through koffi, and their constants (generic ABI: x64 and arm64
// agree; sources: include/uapi/asm-generic/{socket,errno,fcntl}.h, include/uapi/linux/{in6,poll}.h, bits/socket.h).
// Calls return what C returns; `errno()` is valid right after a call that failed, on the same thread.

export interface LinuxNetwork {
  socket(family: number, type: number, protocol: number): number;
  bind(fd: number, address: Uint8Array, length: number): number;
  getsockname(fd: number, address: Uint8Array, lengthInOut: Uint8Array): number;
  setsockopt(fd: number, level: number, option: number, value: Uint8Array, length: number): number;
  getsockopt(fd: number, level: number, option: number, value: Uint8Array, lengthInOut: Uint8Array): number;
  ppoll(fds: Uint8Array, count: number, timeout: Uint8Array, signals: null): number;
  recvmmsg(fd: number, messages: Uint8Array, count: number, flags: number, timeout: null): number;
  sendmmsg(fd: number, messages: Uint8Array, count: number, flags: number): number;
  close(fd: number): number;
  errno(): number;
  /** Address of memory outside the moving heap; below 2^47, so a number holds it. */
  addressOf(memory: Uint8Array): number;
  errorName(errno: number): string;
}

export const familyIpv4 = 2;
export const familyIpv6 = 10;
/** SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC */
export const datagramNonBlocking = 2 | 0o4000 | 0o2000000;

export const levelSocket = 1;
export const optionSendBuffer = 7;
export const optionReceiveBuffer = 8;
export const optionReusePort = 15;
export const optionSendBufferForce = 32;
export const optionReceiveBufferForce = 33;
/** SO_MEMINFO (Linux 4.12): an array of u32, of which number 8 counts datagrams dropped for want of room. */
export const optionMemoryInfo = 55;
export const memoryInfoWords = 9;
export const memoryInfoDrops = 8;
/** SO_ATTACH_REUSEPORT_CBPF (Linux 4.5): needs no privilege. */
export const optionAttachSteering = 51;
export const levelIpv4 = 0;
/** IP_PKTINFO, option and control message alike. */
export const packetInfoIpv4 = 8;
export const levelIpv6 = 41;
export const optionIpv6Only = 26;
/** IPV6_RECVPKTINFO, and the control message it brings. */
export const optionPacketInfoIpv6 = 49;
export const packetInfoIpv6 = 50;

export const pollIn = 1;
export const pollOut = 4;
/** MSG_TRUNC, in the flags of a received message. */
export const messageTruncated = 0x20;

export const errorInterrupted = 4;
export const errorAgain = 11;
export const errorNoBuffers = 105;

let loaded: Promise<LinuxNetwork> | undefined;

/** Rejects with the reason when this machine cannot: another system or processor, or koffi without its binary. */
export function loadLinuxNetwork(): Promise<LinuxNetwork> {
  return (loaded ??= load());
}

async function load(): Promise<LinuxNetwork> {
  const { platform, arch } = process;
  if (platform !== 'linux') throw new Error(`recvmmsg exists on Linux only, this is ${platform}`);
  if (arch !== 'x64' && arch !== 'arm64')
    throw new Error(`structures are known for x64 and arm64, not ${arch}`);
  const { default: koffi } = await import('koffi');
  assertLayouts(koffi);
  // The process itself has libc loaded, whatever its file is called.
  const libc = koffi.load(null);
  const names = new Map(Object.entries(koffi.os.errno).map(([name, value]) => [value, name]));
  return {
    socket: libc.func('int socket(int, int, int)'),
    bind: libc.func('int bind(int, const void *, unsigned int)'),
    getsockname: libc.func('int getsockname(int, void *, void *)'),
    setsockopt: libc.func('int setsockopt(int, int, int, const void *, unsigned int)'),
    getsockopt: libc.func('int getsockopt(int, int, int, void *, void *)'),
    ppoll: libc.func('int ppoll(void *, unsigned long, const void *, const void *)'),
    recvmmsg: libc.func('int recvmmsg(int, void *, unsigned int, int, void *)'),
    sendmmsg: libc.func('int sendmmsg(int, void *, unsigned int, int)'),
    close: libc.func('int close(int)'),
    errno: () => koffi.errno(),
    addressOf: (memory) => Number(koffi.address(memory)),
    errorName: (errno) => names.get(errno) ?? `errno ${errno}`,
  };
}

/** message-batch.ts lays these out by hand; here koffi, which knows the platform's rules, confirms it. */
function assertLayouts(koffi: typeof import('koffi').default): void {
  const vector = koffi.struct({ base: 'void *', length: 'size_t' });
  const header = koffi.struct({
    name: 'void *',
    nameLength: 'uint32_t',
    vectors: 'void *',
    vectorCount: 'size_t',
    control: 'void *',
    controlLength: 'size_t',
    flags: 'int',
  });
  const message = koffi.struct({ header, length: 'uint32_t' });
  const found = [
    koffi.sizeof(vector),
    koffi.offsetof(vector, 'length'),
    koffi.offsetof(header, 'nameLength'),
    koffi.offsetof(header, 'vectors'),
    koffi.offsetof(header, 'vectorCount'),
    koffi.offsetof(header, 'control'),
    koffi.offsetof(header, 'controlLength'),
    koffi.offsetof(header, 'flags'),
    koffi.offsetof(message, 'length'),
    koffi.sizeof(message),
  ].join();
  if (found !== '16,8,8,16,24,32,40,48,56,64')
    throw new Error(`structures are laid out otherwise here: ${found}`);
}

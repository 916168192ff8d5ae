// For messages and requests that are filled anew for each use, where making objects would cost too much.

export type Reused<Message> = { -readonly [Field in keyof Message]: Message[Field] };

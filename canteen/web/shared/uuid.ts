// Makes a UUIDv7 for a screen's command: time first, so that keys grow in order, and 74 random bits.
export function uuid_v7(now_ms: number): Uint8Array {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = BigInt(Math.max(0, Math.floor(now_ms)));
  for (let i = 5; i >= 0; --i) {
    bytes[i] = Number(time & 0xffn);
    time >>= 8n;
  }
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);  // version 7
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);  // RFC 9562 variant
  return bytes;
}

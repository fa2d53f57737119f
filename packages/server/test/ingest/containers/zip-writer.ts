import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed; what it claims of itself may be false. */
export interface PackedFile {
  readonly path: string;
  readonly content: string | Buffer;
  /** Size that the zip claims it has unpacked. */
  readonly claimedBytes?: number;
  readonly isEncrypted?: boolean;
}

/** A zip of files, deflated. */
export function zipOf(files: readonly PackedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.path);
    const content = Buffer.from(file.content);
    const packed = deflateRawSync(content, { level: 9 });
    const fields = fieldsOf(file, content, packed, name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, central, name]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** What stands both before a file and in the directory. */
function fieldsOf(file: PackedFile, content: Buffer, packed: Buffer, name: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x800 | (file.isEncrypted === true ? 1 : 0), 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(file.claimedBytes ?? content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

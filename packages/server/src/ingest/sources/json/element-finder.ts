import { lineBytesMax } from '../../reading/ndjson/whole-lines.ts';
import { canPrecedeValue, isBetween, isLineStart, lineEndIn, lineEnds, secondLine } from './cut-lines.ts';
import type { ElementHandler, ElementPlace } from './element-handler.ts';
import { HeldBytes } from './held-bytes.ts';
import { type OpenList, openListIn } from './open-list.ts';
import { StringScan } from './string-scan.ts';

/** The longest element that is read, in bytes: as long as the longest line. */
export const elementBytesMax = lineBytesMax;
const depthMax = 100;

const quote = 0x22;
const newline = 0x0a;
const comma = 0x2c;
const lessThan = 0x3c;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

const cutReason = 'expected JSON, but the line ends before its value is closed';

/**
 * Finds the elements of JSON as it comes, in blocks: those of a list, or the objects of a text that has several one
 * after the other. It looks for brackets outside of strings only; whether an element is JSON is for the parser to say.
 *
 * A line that is cut off costs itself alone: where one value a line is written, reading goes on with the next line.
 */
export class ElementFinder {
  readonly #handler: ElementHandler;
  #bytes: Buffer = Buffer.alloc(0);
  #line = 1;
  #depth = 0;
  /** Elements begin at this depth: within a list at 1, otherwise at 0. */
  #elementDepth = 0;
  /** What opened each depth. */
  readonly #opened = new Uint8Array(depthMax + 2);
  readonly #string = new StringScan();
  #isInJunk = false;
  /** Where the element that is being read began in the current block; negative: none. */
  #start = -1;
  #startLine = 1;
  #beginsLine = true;
  /** The last line in which something ended. */
  #usedLine = 0;
  readonly #held = new HeldBytes();
  /** The element is passed over. */
  #isPassedOver = false;
  /** In an object that is too large, the list whose elements are found. */
  #list: OpenList | undefined;
  #hasListEnded = false;

  constructor(handler: ElementHandler) {
    this.#handler = handler;
  }

  push(block: Buffer): void {
    this.#bytes = block;
    this.#start = this.#isInElement() ? 0 : -1;
    const begin = this.#isInJunk && this.#depth === 0 ? lineEndIn(block, 0) : 0;
    if (begin > 0 && block[begin - 1] === newline) this.#endLine();
    // What is read again may be a new buffer, made of what was held and this block.
    for (let at = begin; at < this.#bytes.length; at += 1) at = this.#step(this.#bytes, at);
    if (this.#start < 0) return;
    if (!this.#isPassedOver) this.#held.add(Buffer.from(this.#bytes.subarray(this.#start)));
    if (this.#held.length > elementBytesMax) this.#outgrow();
  }

  end(): void {
    while (this.#depth > 0) {
      const rest = this.#isInElement() ? secondLine(this.#held.joined(), true) : undefined;
      if (rest === undefined) break;
      const held = this.#held.joined();
      this.#cut();
      this.#line = this.#startLine + 1;
      this.push(held.subarray(rest));
    }
    if (this.#depth > 0 && !this.#isPassedOver) this.#badElement('expected the JSON to be closed, but it ends before');
    this.#held.clear();
  }

  /** @returns the last byte that is looked at. */
  #step(block: Buffer, start: number): number {
    let at = start;
    for (; at < block.length; at += 1) {
      if (this.#string.isOpen) {
        at = this.#string.end(block, at);
        if (block[at] !== newline) continue;
        return this.#lineEndInString(block, at);
      }
      const byte = block[at];
      if (byte === newline) this.#endLine();
      else if (byte === openObject || byte === openList) {
        if (this.#isInElement() && this.#isAfterCut(block, at)) return this.#resume(block, at);
        this.#open(byte, at);
        if (this.#depth > depthMax) return this.#tooDeep(block, at);
      } else if (byte === closeObject || byte === closeList) {
        if (this.#depth > 0) return this.#close(block, at);
        at = this.#junk(block, at);
      } else if (this.#isInElement() || this.#isBehindList()) this.#string.isOpen = byte === quote;
      else if (!isBetween(byte)) at = this.#junk(block, at);
      else if (byte === comma) this.#isInJunk = false;
    }
    return at;
  }

  #endLine(): void {
    this.#line += 1;
    this.#isInJunk = false;
  }

  #isInElement(): boolean {
    return this.#depth > this.#elementDepth;
  }

  #isBehindList(): boolean {
    return this.#hasListEnded && this.#depth > 0;
  }

  /** No string of JSON holds a line end: the line is cut off, or an earlier one was and this reads on in it. */
  #lineEndInString(block: Buffer, at: number): number {
    const isFirst = this.#line === this.#startLine;
    this.#endLine();
    if (!this.#isInElement()) {
      this.#string.close();
      return at;
    }
    if (isFirst) {
      this.#cut();
      return at;
    }
    return this.#readAgain(block, at, false) ?? at;
  }

  /** A value begins this line where none can: the line before it is cut off. */
  #isAfterCut(block: Buffer, at: number): boolean {
    if (this.#line === this.#startLine || !isLineStart(block, at, this.#held.parts)) return false;
    return !canPrecedeValue(block, at, this.#held.parts, this.#opened[this.#depth] === openList);
  }

  /** Goes on with the second line of the element if a value begins it, or else with this one. */
  #resume(block: Buffer, at: number): number {
    const again = this.#readAgain(block, at, false);
    if (again !== undefined) return again;
    this.#cut();
    return at - 1;
  }

  /**
   * Goes back to the second line of the element, if that begins with a value.
   *
   * @param whole it must look like a value by itself, not like a part of a larger one.
   * @returns where, in {@link #bytes}; undefined: it does not.
   */
  #readAgain(block: Buffer, at: number, whole: boolean): number | undefined {
    if (this.#isPassedOver || this.#start < 0) return undefined;
    const bytes = this.#held.length === 0 ? block : this.#held.joined(block);
    const start = this.#held.length === 0 ? this.#start : 0;
    const end = at + bytes.length - block.length + 1;
    const next = secondLine(bytes.subarray(start, whole ? end : lineEndIn(bytes, end)), whole);
    if (next === undefined) return undefined;
    this.#cut();
    this.#bytes = bytes;
    this.#line = this.#startLine + 1;
    return start + next - 1;
  }

  /** Reports the line in which the element begins, and is between elements again. */
  #cut(reason = cutReason): void {
    if (!this.#isPassedOver) this.#bad(reason);
    this.#depth = this.#elementDepth;
    this.#string.close();
    this.#isPassedOver = false;
    this.#start = -1;
    this.#held.clear();
  }

  #open(byte: number, at: number): void {
    if (this.#depth === 0) this.#begin(byte);
    if (this.#depth === this.#elementDepth) {
      this.#setPlace();
      if (this.#hasListEnded) this.#passOver('expected all rows in the first large list');
      this.#start = at;
    } else if (this.#depth === 0) this.#usedLine = this.#line;
    this.#depth += 1;
    this.#opened[Math.min(this.#depth, depthMax + 1)] = byte;
  }

  #tooDeep(block: Buffer, at: number): number {
    const again = this.#readAgain(block, at, true);
    if (again === undefined) this.#passOver(`expected JSON nested at most ${depthMax} deep`);
    return again ?? at;
  }

  #close(block: Buffer, at: number): number {
    this.#depth -= 1;
    this.#isInJunk = false;
    if (this.#depth < this.#elementDepth) this.#hasListEnded = this.#list !== undefined;
    if (this.#depth !== this.#elementDepth || this.#start < 0) return at;
    if (!this.#isPassedOver) {
      const part = block.subarray(this.#start, at + 1);
      const reason = this.#handler.element(this.#held.joined(part), this.#place());
      if (reason !== undefined) {
        const again = this.#readAgain(block, at, true);
        if (again !== undefined) return again;
        this.#badElement(reason);
      }
    }
    this.#start = -1;
    this.#usedLine = this.#line;
    this.#held.clear();
    this.#isPassedOver = false;
    return at;
  }

  #begin(byte: number): void {
    this.#elementDepth = byte === openList ? 1 : 0;
    this.#list = undefined;
    this.#hasListEnded = false;
  }

  /** What is held is too long for an element. An object may hold a list whose elements are not. */
  #outgrow(): void {
    const head = this.#held.joined();
    const list = this.#elementDepth === 0 && !this.#isPassedOver ? openListIn(head) : undefined;
    if (list === undefined)
      this.#passOver(`expected an element of at most ${elementBytesMax.toLocaleString('en')} bytes`);
    else {
      this.#held.clear();
      this.#list = list;
      this.#elementDepth = list.depth;
      this.#depth = list.depth;
      this.#string.close();
      this.#line = this.#startLine + lineEnds(head.subarray(0, list.start));
      this.#handler.openList(list, this.#place());
      this.push(head.subarray(list.start));
    }
  }

  #passOver(reason: string): void {
    if (this.#isPassedOver) return;
    this.#bad(reason);
    this.#isPassedOver = true;
    this.#held.clear();
  }

  #setPlace(): void {
    this.#startLine = this.#line;
    this.#beginsLine = this.#line !== this.#usedLine;
  }

  #place(): ElementPlace {
    return {
      line: this.#startLine,
      beginsLine: this.#beginsLine,
      isOneLine: this.#line === this.#startLine,
      isListed: this.#elementDepth > 0,
      list: this.#list,
    };
  }

  #bad(reason: string): void {
    this.#handler.bad(reason, this.#place());
  }

  /** Of an element of several lines, which. */
  #badElement(reason: string): void {
    const isOneLine = this.#line === this.#startLine;
    this.#bad(isOneLine ? reason : `${reason} (lines ${this.#startLine} to ${this.#line})`);
  }

  /** Text between elements: told once a line, in a list once an element. */
  #junk(block: Buffer, at: number): number {
    if (this.#depth === 0) this.#elementDepth = 0;
    if (!this.#isInJunk) {
      this.#setPlace();
      this.#bad(this.#depth > 0 ? 'expected an object' : notJson(block[at]));
    }
    this.#isInJunk = true;
    this.#usedLine = this.#line;
    this.#string.isOpen = this.#depth > 0 && block[at] === quote;
    if (this.#depth > 0) return at;
    const end = block.indexOf(newline, at);
    return (end < 0 ? block.length : end) - 1;
  }
}

function notJson(byte: number | undefined): string {
  return byte === lessThan ? 'expected JSON, got HTML or XML' : 'expected JSON';
}

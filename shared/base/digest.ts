import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** The one spelling of a JSON value: RFC 8785. Throws on what JSON cannot say (NaN, Infinity, functions). */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('this value has no JSON form')
  return text
}

/** SHA-256 of a text's UTF-8 bytes, as lower-case hex. Runs without a secure context, where `crypto.subtle` is missing. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

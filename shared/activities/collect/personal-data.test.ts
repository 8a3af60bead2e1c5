import { describe, expect, it } from 'vitest'
import { findPersonalData, maskPersonalData } from './personal-data.ts'

const kinds = (text: string) => findPersonalData(text).map(({ kind }) => kind)

describe('findPersonalData', () => {
  it.each([
    ['010-1234-5678', 'phone'],
    ['연락처 01012345678로 주세요', 'phone'],
    ['010 1234 5678', 'phone'],
    ['010.1234.5678', 'phone'],
    ['+82 10-1234-5678', 'phone'],
    ['０１０-１２３４-５６７８', 'phone'],
    ['집은 02-987-6543', 'phone'],
    ['031)123-4567', 'phone'],
    ['070-1234-5678', 'phone'],
    ['900101-1234567', 'residentNumber'],
    ['9001011234567', 'residentNumber'],
    ['900101 - 2234567입니다', 'residentNumber'],
    ['외국인등록번호 880312-5123456', 'residentNumber'],
    ['hong.gildong@example.co.kr로', 'email'],
    ['신한 110-123-456789', 'account'],
    ['3333-01-1234567', 'account'],
    ['카카오뱅크 계좌 3333011234567', 'account'],
    ['1234-5678-9012-3456', 'account'],
  ])('[COLLECT-5] %s is found', (text, kind) => {
    expect(kinds(text)).toEqual([kind])
  })

  it.each([
    '예산 1,000,000원이 필요해요',
    '2016.4.21에 만났어요',
    '2016-04-21 ~ 2016-05-02',
    '010 번호를 쓰는 어르신이 많아요',
    '청년 010명, 어르신 1234명, 아이 5678명',
    '02번 마을버스가 1234번보다 늦어요',
    '사업자등록번호 123-45-67890',
    '대표번호 1588-1234',
    '골목시장 3-12-7번지',
    '1000000000원',
    '900151-1234567',
    '가나다@마을',
    '120다산콜',
  ])('[COLLECT-5] %s is not', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it('[COLLECT-5] says where, and covers what is asked', () => {
    const text = '홍길동 900101-1234567, 010-1234-5678'
    expect(findPersonalData(text)).toEqual([
      { kind: 'residentNumber', text: '900101-1234567', start: 4 },
      { kind: 'phone', text: '010-1234-5678', start: 20 },
    ])
    expect(maskPersonalData(text, ['residentNumber'])).toBe('홍길동 ******-*******, 010-1234-5678')
    expect(findPersonalData(maskPersonalData(text))).toEqual([])
  })
})

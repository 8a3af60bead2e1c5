import type { Texts } from '../../../shared/base/texts.ts'

export const texts: { name: Texts } = { name: { ko: '엑셀 (XLSX)', en: 'Excel (XLSX)' } }

/** Words of the file itself: a paper of the office, Korean in every language of the interface. */
export const words = {
  tasks: '우선과제 목록',
  evidence: '근거',
  originals: '주민 원문',
  title: '지역우선과제 목록',
  period: '계획 기간',
  district: '자치구·담당 부서',
  exported: '내보낸 때',
} as const

import writeExcelFile from 'write-excel-file/node'
import { fileNameOf, type Exporter } from '../report.ts'
import { sheets } from './sheets.ts'
import { texts } from './texts.ts'

/** A spreadsheet made to be opened in Excel and Hancom: real types, widths, a frozen header, Korean sheet names. */
export const xlsx: Exporter = {
  texts,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  fileName: (report) => fileNameOf(report, 'xlsx'),
  render: (report) => writeExcelFile(sheets(report), { fontFamily: '맑은 고딕', fontSize: 11 }).toBuffer(),
}

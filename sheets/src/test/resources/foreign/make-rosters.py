"""Writes rosters as other programs do:  make-rosters.py DIRECTORY"""
import datetime
import sys

import openpyxl
import xlsxwriter
from openpyxl.worksheet.datavalidation import DataValidation

HEAD = ["序号", "姓名", "身份证号码", "所在党支部", "人员类别", "入党时间", "联系电话"]
ROWS = [
    [1, "张 样", "990000195001010019", "样例一支部", "223_正式党员", datetime.date(1975, 7, 1), "0371-0000001"],
    [2, "阿样•买例提", None, "样例一支部", "预备党员", datetime.datetime(2025, 12, 20, 14, 30), None],
    [3, "𬺈样例", None, "样例二支部", "正式党员", "1999年1月5日", None],
]

folder = sys.argv[1]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "花名册"
sheet.merge_cells("A1:G1")
sheet["A1"] = "样例街道党员花名册"
sheet.merge_cells("A2:G2")
sheet["A2"] = "填表说明：请如实填写"
for column, head in enumerate(HEAD, 1):
    sheet.cell(3, column, head.replace("身份证号码", "身份证\n号码"))
for at, row in enumerate(ROWS, 4):
    for column, value in enumerate(row, 1):
        cell = sheet.cell(at, column, value)
        if column == 3:
            cell.number_format = "@"
sheet.cell(7, 1, "合计")
sheet.cell(7, 2, '=COUNTA(B4:B6)&"人"')
choices = DataValidation(type="list", formula1='"正式党员,预备党员"')
sheet.add_data_validation(choices)
choices.add("E4:E100")
sheet.row_dimensions[5].hidden = True
book.create_sheet("Sheet2")
book.save(folder + "/openpyxl.xlsx")

book = xlsxwriter.Workbook(folder + "/xlsxwriter.xlsx")
empty = book.add_worksheet("封面")
sheet = book.add_worksheet("花名册")
day = book.add_format({"num_format": "yyyy/m/d"})
title = book.add_format({"bold": True, "align": "center"})
sheet.merge_range("A1:G1", "样例街道党员花名册", title)
sheet.merge_range("A2:G2", "填表说明：请如实填写")
sheet.write_row(2, 0, HEAD)
for at, row in enumerate(ROWS, 3):
    for column, value in enumerate(row):
        if isinstance(value, (datetime.date, datetime.datetime)):
            sheet.write_datetime(at, column, value, day)
        elif isinstance(value, str):
            sheet.write_rich_string(at, column, value[:1], title, value[1:]) if column == 1 else sheet.write_string(
                at, column, value
            )
        elif value is not None:
            sheet.write_number(at, column, value)
sheet.write(6, 0, "合计")
sheet.write_url(6, 8, "https://example.org/")
book.close()

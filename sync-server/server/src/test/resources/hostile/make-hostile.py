"""Writes three rosters of a street as offices keep them:  make-hostile.py DIRECTORY PEOPLE BRANCH...

A third of the people each, by openpyxl, XlsxWriter and LibreOffice, with the headings, formats and dirt of docs/forms.md; prints what must come of each as
`file outcome count`. Nobody exists: names are made up, numbers are of a region that is none.
"""
import csv
import datetime
import os
import subprocess
import sys

import openpyxl
import xlsxwriter

folder, people, branches = sys.argv[1], int(sys.argv[2]) // 3, sys.argv[3:]
RARE = "𬺈𠮷㛃䶮"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫"


def check(body):
    """The last character of a number."""
    total = 0
    for digit in body:
        total = (total + int(digit)) * 2 % 11
    return "10X98765432"[total]


def number(at):
    day = datetime.date(1940, 1, 1) + datetime.timedelta(days=at)
    body = "990000" + day.strftime("%Y%m%d") + "001"
    return body + check(body)


def name(which, at):
    plain = SURNAMES[at % 12] + chr(0x4E00 + which * 4000 + at)
    if at % 97 == 0:
        return plain[0] + " " + plain[1]
    if at % 89 == 0:
        return plain + "•买例提"
    if at % 83 == 0:
        return plain + RARE[at % 4]
    return plain


DATES = [
    lambda d: d.strftime("%Y-%m-%d"),
    lambda d: d.strftime("%Y/%m/%d"),
    lambda d: d.strftime("%Y.%m.%d"),
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: d.strftime("%Y%m%d"),
    lambda d: f"{d.year}/{d.month}/{d.day}  14:30",
    lambda d: d,
]
KINDS = ["正式党员", "223_正式党员", "正式", "正", "预备党员", "预备", "预", "中共党员", " 正式党员　"]
PHONES = ["0371-%07d", "１３９%08d", "+86 (371) %07d", "%011d"]


def rows(which):
    """Rows and how many come to what."""
    expected = {"NEW": 0, "WRONG": 0, "DUPLICATE": 0}
    for at in range(people):
        joined = datetime.date(1960, 1, 5) + datetime.timedelta(days=7 * at % 15000)
        row = [at + 1, name(which, at), "", branches[at % len(branches)], KINDS[at % len(KINDS)],
               DATES[at % len(DATES)](joined), PHONES[at % 4] % at, "", ""]
        outcome = "NEW"
        if at % 101 == 50:
            row[2] = number(which * people + at)
        if at % 101 == 51:
            row[2] = number(which * people + at).replace("X", "x") + " "
        if at % 103 == 40:
            row[7] = '=HYPERLINK("http://198.51.100.1/","x")'
        if at % 103 == 41:
            row[8] = "=cmd|' /C calc'!A0"
        if at % 211 == 7:
            row[2], outcome = "12345", "WRONG"
        if at % 211 == 8:
            # a number that a program took for a figure: its end is lost; a text has it as Excel shows it
            row[2], outcome = ("9.90000195001010E+17" if which == 2 else 990000195001010000), "WRONG"
        if at % 211 == 9:
            row[3], outcome = "没有这个支部", "WRONG"
        if at % 211 == 10:
            row[4], outcome = "群众", "WRONG"
        if at % 211 == 11:
            row[5], outcome = "不详", "WRONG"
        if at % 211 == 12:
            row[1], outcome = "", "WRONG"
            row[2] = number(which * people + at)
        expected[outcome] += 1
        yield row
        if at % 307 == 20:
            expected["DUPLICATE"] += 1
            yield [""] + row[1:]
    for outcome, count in expected.items():
        print("%d %s %d" % (which, outcome, count))


HEAD = ["序号", "姓  名*", "公民身份\n号码（必填）", "所属党组织", "党员类别", "入党时间", "联系方式", "备注", "个人简介"]

book = openpyxl.Workbook()
book.active.title = "说明"
sheet = book.create_sheet("花名册")
sheet.merge_cells("A1:I1")
sheet["A1"] = "样例街道党员花名册（2026年）"
sheet.merge_cells("A2:I2")
sheet["A2"] = "填表说明：带 * 的必填"
for column, head in enumerate(HEAD, 1):
    sheet.cell(3, column, head)
line = 4
for row in rows(0):
    for column, value in enumerate(row, 1):
        cell = sheet.cell(line, column)
        if isinstance(value, str) and value.startswith("=") and column == 9:
            cell.value = value
            cell.data_type = "s"
        else:
            cell.value = value
    sheet.row_dimensions[line].hidden = line % 500 == 0
    line += 2 if line % 997 == 0 else 1  # a blank row here and there
sheet.cell(line, 1, "合计")
sheet.cell(line, 2, "=COUNTA(B4:B%d)" % (line - 1))
book.save(folder + "/0.xlsx")

with xlsxwriter.Workbook(folder + "/1.xlsx", {"strings_to_formulas": False, "constant_memory": True}) as book:
    sheet = book.add_worksheet("Sheet1")
    days = book.add_format({"num_format": "yyyy/m/d"})
    sheet.merge_range("A1:I1", "党员信息表")
    for column, head in enumerate(HEAD):
        sheet.write(1, column, head)
    line = 2
    for row in rows(1):
        for column, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write_datetime(line, column, datetime.datetime(value.year, value.month, value.day), days)
            elif isinstance(value, str) and value.startswith("=") and column == 7:
                sheet.write_formula(line, column, value, None, "x")
            elif isinstance(value, str):
                sheet.write_string(line, column, value)
            else:
                sheet.write(line, column, value)
        line += 1
    sheet.write_string(line, 0, "填表人：样例")

# LibreOffice reads a text and writes what Calc makes of it: days it knows become days, figures numbers
with open(folder + "/2.csv", "w", encoding="utf-8", newline="") as text:
    lines = csv.writer(text)
    lines.writerow(["样例街道党员名册"])
    lines.writerow(HEAD)
    for row in rows(2):
        lines.writerow(row)
subprocess.run(
    ["soffice", "-env:UserInstallation=file://" + os.path.abspath(folder) + "/profile", "--headless",
     "--infilter=Text - txt - csv (StarCalc):44,34,76,1,3/2", "--convert-to", "xlsx", "--outdir", folder,
     folder + "/2.csv"],
    check=True, stdout=sys.stderr)

package cn.dangqun.sheets;

/// Why a file cannot be read as a sheet.
public enum SheetFault {
    /// Larger than [SheetLimits#bytes]
    TOO_LARGE,
    /// An Excel workbook of before 2007
    OLD_EXCEL,
    /// Protected by a password
    ENCRYPTED,
    /// Neither a workbook nor text
    NO_SHEET,
    /// Unpacks to more than [SheetLimits#unpackedBytes]
    UNPACKS_TOO_LARGE,
    /// More rows or columns than anybody fills in
    TOO_MANY_CELLS,
    /// Begun and not ended, or not what its name says
    BROKEN,
    /// Nothing stands in it
    EMPTY
}

package cn.dangqun.sheets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells an Excel workbook of before 2007 from one of today that a password protects: both are compound files (MS-CFB),
/// and only the second has an entry of this name (MS-OFFCRYPTO).
final class Compound {
    private static final String ENTRY = "EncryptedPackage";
    private static final int LOOK_AT = 1 << 20;

    private Compound() {}

    static boolean isEncryptedWorkbook(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LOOK_AT), StandardCharsets.ISO_8859_1)
                    .contains(new String(ENTRY.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        }
    }
}

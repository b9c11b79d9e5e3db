package cn.dangqun.devices.selftest;

import java.nio.charset.StandardCharsets;

/// A page of A4 with a frame near its edges and the number of its job, as the smallest file every printer
/// understands: Latin letters of a face that printers have themselves.
record TestPage(long job) {
    private static final String HEAD = "%PDF-1.4\n";

    byte[] pdf() {
        var drawing = "1 w 36 36 523 770 re S 72 72 451 698 re S\n" + "BT /F 24 Tf 100 700 Td (PRINT TEST  #" + job
                + ") Tj ET\n";
        var objects = new String[] {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F 5 0 R >> >> >>",
            "<< /Length " + drawing.length() + " >>\nstream\n" + drawing + "endstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        var body = new StringBuilder(HEAD);
        var places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            places.append("%010d 00000 n \n".formatted(body.length()));
            body.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int count = objects.length + 1;
        var end = "xref\n0 " + count + "\n" + places + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n"
                + body.length() + "\n%%EOF\n";
        return body.append(end).toString().getBytes(StandardCharsets.US_ASCII);
    }
}

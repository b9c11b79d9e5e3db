package cn.dangqun.server.content;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// Files as people bring them, and as nobody should.
public final class BroughtFiles {
    private BroughtFiles() {}

    /// Red in the upper left quarter, white elsewhere.
    public static BufferedImage marked(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        return picture;
    }

    public static byte[] as(String format, BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /// A camera's file: held so, and with a word beside the picture that must not travel.
    static byte[] photo(int width, int height, int orientation) throws IOException {
        var plain = as("jpeg", marked(width, height, BufferedImage.TYPE_INT_RGB));
        var note = "SECRET-PLACE".getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + note.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.putShort((short) 0).putInt(0).put(note);
        var all = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
        all.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.capacity() + 2));
        all.put(exif.array()).put(plain, 2, plain.length - 2);
        return all.array();
    }

    /// A PNG of one grey bit a pixel that says how large it is, and is nearly nothing in the file.
    static byte[] emptyPng(int width, int height, int rows) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1);
        chunk(out, "IHDR", head.array());
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(9))) {
            var row = new byte[1 + (width + 7) / 8];
            for (int i = 0; i < rows; i++) {
                deflater.write(row);
            }
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /// A4 pages on end, red in the lower left corner, as many squares as the page has a number.
    public static byte[] pdf(int pages) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var pen = new PDPageContentStream(document, page)) {
                    pen.setNonStrokingColor(Color.RED);
                    for (int square = 0; square < i; square++) {
                        pen.addRect(20 + square * 40f, 20, 30, 30);
                        pen.fill();
                    }
                }
            }
            return saved(document);
        }
    }

    public static byte[] locked() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return saved(document);
        }
    }

    /// Chinese in a font that is not in the file, as some programs write it.
    static byte[] withoutItsFont() throws IOException {
        var page = "BT /F1 20 Tf 50 700 Td <4E2D6587> Tj ET";
        var text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
                + "4 0 obj<</Length " + page.length() + ">>stream\n" + page + "\nendstream endobj\n"
                + "5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
                + "/DescendantFonts[6 0 R]>>endobj\n"
                + "6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>endobj\n"
                + "7 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]"
                + "/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>endobj\n"
                + "trailer<</Root 1 0 R/Size 8>>\n%%EOF\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// A page with a picture that nothing here can read, as JPEG 2000.
    static byte[] withStrangePicture() {
        var page = "q 500 0 0 500 0 0 cm /Im1 Do Q";
        var text = "%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</XObject<</Im1 5 0 R>>>>>>endobj\n"
                + "4 0 obj<</Length " + page.length() + ">>stream\n" + page + "\nendstream endobj\n"
                + "5 0 obj<</Type/XObject/Subtype/Image/Width 8/Height 8/Filter/JPXDecode/Length 12>>stream\n"
                + "jP2 is not 1\nendstream endobj\n"
                + "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// A page with a picture of so many pixels a side, packed into almost nothing.
    public static byte[] pdfBomb(int side) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var picture = new PDStream(document);
            try (var out = picture.createOutputStream(COSName.FLATE_DECODE)) {
                var row = new byte[side];
                for (int i = 0; i < side; i++) {
                    out.write(row);
                }
            }
            var head = picture.getCOSObject();
            head.setItem(COSName.TYPE, COSName.XOBJECT);
            head.setItem(COSName.SUBTYPE, COSName.IMAGE);
            head.setInt(COSName.WIDTH, side);
            head.setInt(COSName.HEIGHT, side);
            head.setInt(COSName.BITS_PER_COMPONENT, 8);
            head.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            var resources = new PDResources();
            resources.getCOSObject().setItem(COSName.XOBJECT, new org.apache.pdfbox.cos.COSDictionary());
            resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).setItem("Im1", head);
            page.setResources(resources);
            var draws = new PDStream(document);
            try (var out = draws.createOutputStream()) {
                out.write("q 500 0 0 500 0 0 cm /Im1 Do Q".getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(draws);
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}

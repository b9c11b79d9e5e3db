package cn.dangqun.server.content;

import cn.dangqun.domain.wall.WallPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The pages of a PDF as pictures. A page on which something would be missing is refused, not shown with a gap. In the
/// drawing process.
final class PdfPages {
    /// The longest side of a page, in points: fourteen metres, as the format has it
    private static final float LARGEST_PAGE = 14_400 * 3f;

    private PdfPages() {}

    static List<Drawing> draw(Path file, int most) throws IOException, UnfitPictureException {
        try (var document = Loader.loadPDF(file.toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new UnfitPictureException(PictureFault.BROKEN);
            }
            if (pages > most) {
                throw new UnfitPictureException(PictureFault.TOO_MANY_PAGES);
            }
            refuseMissingFonts(document);
            var renderer = new Strict(document);
            var drawings = new ArrayList<Drawing>();
            for (int page = 0; page < pages; page++) {
                drawings.add(Pictures.fitted(renderer.picture(page)));
            }
            return drawings;
        } catch (InvalidPasswordException locked) {
            throw new UnfitPictureException(PictureFault.ENCRYPTED);
        }
    }

    private static void refuseMissingFonts(PDDocument document) throws IOException, UnfitPictureException {
        var fonts = new Fonts();
        fonts.writeText(document, Writer.nullWriter());
        if (fonts.missing) {
            throw new UnfitPictureException(PictureFault.NO_FONTS);
        }
    }

    /// Looks at what is written in which font: characters that are not in the file would be another font's, or boxes.
    private static final class Fonts extends PDFTextStripper {
        private boolean missing;

        @Override
        protected void processTextPosition(TextPosition text) {
            var font = text.getFont();
            boolean borrowed = !font.isEmbedded() && !Standard14Fonts.containsName(font.getName());
            var words = text.getUnicode();
            missing |= borrowed && (words == null || words.chars().anyMatch(each -> each > '~'));
        }
    }

    /// Draws everything of a page or nothing.
    private static final class Strict extends PDFRenderer {
        private final PDDocument pages;
        private boolean failed;

        private Strict(PDDocument document) {
            super(document);
            this.pages = document;
        }

        private BufferedImage picture(int number) throws IOException, UnfitPictureException {
            var page = pages.getPage(number);
            var box = page.getCropBox();
            float longest = Math.max(box.getWidth(), box.getHeight());
            if (!(Math.min(box.getWidth(), box.getHeight()) >= 1) || longest > LARGEST_PAGE) {
                throw new UnfitPictureException(PictureFault.TOO_LARGE);
            }
            var picture = renderImage(number, WallPicture.LONGEST_SIDE / longest, ImageType.RGB);
            if (failed) {
                throw new UnfitPictureException(PictureFault.UNREADABLE_PART);
            }
            return picture;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
                        throws IOException {
                    failed = true;
                    super.operatorException(operator, operands, e);
                }
            };
        }
    }
}

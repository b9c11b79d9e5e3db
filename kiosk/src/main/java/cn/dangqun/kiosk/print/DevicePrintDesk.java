package cn.dangqun.kiosk.print;

import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.api.DocumentPrinter;
import cn.dangqun.kiosk.print.PaperOffer.Sheet;
import cn.dangqun.papers.Papers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk on top of the kiosk's devices. Forms are laid out one after another on `thread`, for each takes memory.
final class DevicePrintDesk implements PrintDesk {
    private static final Logger log = LoggerFactory.getLogger(DevicePrintDesk.class);

    private final Supplier<List<DocumentPrinter>> devices;
    private final Papers papers;
    private final LongSupplier nextJob;
    private final Executor thread;

    DevicePrintDesk(Supplier<List<DocumentPrinter>> devices, Papers papers, LongSupplier nextJob, Executor thread) {
        this.devices = devices;
        this.papers = papers;
        this.nextJob = nextJob;
        this.thread = thread;
    }

    @Override
    public List<String> printers() {
        return devices.get().stream().map(DocumentPrinter::name).toList();
    }

    @Override
    public CompletableFuture<Outcome> print(Sheet sheet, String printer) {
        return CompletableFuture.supplyAsync(() -> job(sheet), thread)
                .thenCompose(job -> device(printer).print(job))
                .<Outcome>thenApply(result -> {
                    log.info("form {} as job {}: {}", sheet.name(), result.job(), result);
                    return new Outcome.Answered(result);
                })
                .exceptionally(problem -> {
                    log.error("The form {} could not be put together", sheet.name(), problem);
                    return new Outcome.NotMade();
                });
    }

    private DocumentJob job(Sheet sheet) {
        var pdf = new ByteArrayOutputStream();
        try {
            papers.write(sheet.papers().get(), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DocumentJob(nextJob.getAsLong(), sheet.name(), pdf.toByteArray());
    }

    private DocumentPrinter device(String name) {
        return devices.get().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

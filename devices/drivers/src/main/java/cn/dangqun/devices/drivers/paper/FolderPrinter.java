package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.api.DocumentPrinter;
import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.devices.api.PictureShelf;
import cn.dangqun.devices.drivers.desk.NumberedDesk;
import cn.dangqun.devices.drivers.desk.OrderDesk;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps documents in a folder, and shows the pictures that lie in it. It works whether a stick is plugged in or not:
/// each job is told.
final class FolderPrinter implements DocumentPrinter, PictureShelf {
    private static final Logger log = LoggerFactory.getLogger(FolderPrinter.class);
    private static final DeviceFault STOPPED = new DeviceFault(Kind.DISCONNECTED, "the kiosk stops");
    private static final Duration IDLE = Duration.ofHours(1);

    private final String name;
    private final Folder folder;
    private final FolderPictures pictures;
    private final NumberedDesk<DocumentJob, DocumentResult> desk =
            new NumberedDesk<>(DocumentJob::number, (job, fault) -> new DocumentResult.NotPrinted(job.number(), fault));

    FolderPrinter(String name, Folder folder) {
        this.name = name;
        this.folder = folder;
        this.pictures = new FolderPictures(folder);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<DocumentResult> print(DocumentJob job) {
        return desk.submit(job);
    }

    @Override
    public List<String> pictures(int most) throws DeviceException {
        return pictures.newest(most);
    }

    @Override
    public byte[] picture(String name, int most) throws DeviceException {
        return pictures.read(name, most);
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DOCUMENT_PRINTER;
    }

    @Override
    public void run(DeviceListener listener) throws InterruptedException {
        try {
            // whoever hears that it works may order at once
            desk.open();
            listener.working();
            while (true) {
                desk.next(IDLE).ifPresent(this::serve);
            }
        } finally {
            desk.close(STOPPED);
        }
    }

    private void serve(OrderDesk.Order<DocumentJob, DocumentResult> order) {
        long number = order.job().number();
        DocumentResult result = new DocumentResult.NotPrinted(number, STOPPED);
        try {
            result = new DocumentResult.Saved(number, folder.save(order.job()));
        } catch (DeviceException e) {
            log.warn("document {} is not saved: {}", number, e.getMessage());
            result = new DocumentResult.NotPrinted(number, e.fault());
        } finally {
            order.result().complete(result);
        }
    }
}

package cn.dangqun.kiosk.scan;

import cn.dangqun.devices.api.Camera;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.PictureShelf;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.kiosk.activity.BegunActivities;
import cn.dangqun.kiosk.attendance.PaperSheets;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk on top of the ledger and the devices: a picture and the fact that names it are on the disk together or not
/// at all. Sticks are read and pictures drawn on `thread`, which may have to wait for a stick that does not answer.
public final class LedgerScanDesk implements ScanDesk {
    private static final int MOST_FILES = 60;
    private static final int LARGEST_FILE = 20 << 20;
    private static final Logger log = LoggerFactory.getLogger(LedgerScanDesk.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Records records;
    private final LedgerReader reader;
    private final Supplier<List<Camera>> cameras;
    private final Supplier<List<PictureShelf>> sticks;
    private final Executor thread;

    /// What it records in, and by what clock.
    public record Records(Ledger ledger, ReferenceStore reference, KioskClock clock, ZoneId zone) {}

    public LedgerScanDesk(
            Records records, Supplier<List<Camera>> cameras, Supplier<List<PictureShelf>> sticks, Executor thread) {
        this.records = records;
        this.reader = records.ledger.newReader();
        this.cameras = cameras;
        this.sticks = sticks;
        this.thread = thread;
    }

    @Override
    public boolean hasCamera() {
        return !cameras.get().isEmpty();
    }

    @Override
    public boolean hasStick() {
        return !sticks.get().isEmpty();
    }

    @Override
    public CompletableFuture<PageImage> look() {
        return cameras.get().stream()
                .findFirst()
                .map(camera -> camera.still().thenApplyAsync(PageImage::of, thread))
                .orElseGet(CompletableFuture::new);
    }

    @Override
    public CompletableFuture<Optional<List<String>>> files() {
        return CompletableFuture.supplyAsync(
                () -> {
                    var found = new ArrayList<String>();
                    boolean any = false;
                    for (var stick : sticks.get()) {
                        try {
                            found.addAll(stick.pictures(MOST_FILES));
                            any = true;
                        } catch (DeviceException e) {
                            log.info("no pictures of {}: {}", stick.name(), e.getMessage());
                        }
                    }
                    return any ? Optional.of(List.copyOf(found)) : Optional.empty();
                },
                thread);
    }

    @Override
    public CompletableFuture<Optional<PageImage>> open(String file) {
        return CompletableFuture.supplyAsync(() -> bytes(file).flatMap(PageImage::read), thread);
    }

    private Optional<byte[]> bytes(String file) {
        for (var stick : sticks.get()) {
            try {
                return Optional.of(stick.picture(file, LARGEST_FILE));
            } catch (DeviceException e) {
                log.info("no picture of {}: {}", stick.name(), e.fault().kind());
            }
        }
        return Optional.empty();
    }

    @Override
    public CompletableFuture<Integer> kept(ActivityId activity) {
        return CompletableFuture.supplyAsync(() -> count(activity), thread);
    }

    private int count(ActivityId activity) {
        try {
            return reader.ask(db -> new PaperSheets(db).count(activity));
        } catch (SQLException e) {
            log.error("The paper lists cannot be counted", e);
            return 0;
        }
    }

    @Override
    public CompletableFuture<Answer> keep(ActivityId activity, PageImage picture, StaffMember by) {
        var moment = records.clock.read();
        if (records.reference.sealing().isPresent()) {
            return CompletableFuture.completedFuture(Answer.NOT_SAVED);
        }
        return CompletableFuture.supplyAsync(picture::jpeg, thread)
                .thenCompose(jpeg -> records.ledger.write(transaction -> {
                    var known = BegunActivities.over(records.reference.index(), transaction.db(), records.zone);
                    if (known.activity(activity).isEmpty()) {
                        return Answer.GONE;
                    }
                    if (new PaperSheets(transaction.db()).count(activity) >= MOST) {
                        return Answer.TOO_MANY;
                    }
                    var id = transaction.attach(jpeg, RANDOM);
                    transaction.append(new AttendanceFact.PaperSheetKept(activity, id, by.id()), moment);
                    return Answer.KEPT;
                }))
                .thenApply(commit -> switch (commit) {
                    case Commit.Done<Answer>(var answer) -> answer;
                    case Commit.NotSaved<Answer> _ -> Answer.NOT_SAVED;
                });
    }
}

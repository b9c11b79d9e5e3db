package cn.dangqun.kiosk.scan;

import cn.dangqun.devices.api.Still;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A camera and a stick that show what the test wants, and note what was kept.
public final class FakeScans implements ScanDesk {
    public final ScanTray tray = new ScanTray();
    public boolean camera = true;
    public boolean stick = true;
    Optional<List<String>> files = Optional.of(List.of("DCIM/签到表-2.jpg", "签到表-1.png"));
    Optional<PageImage> seen = Optional.of(page(1280, 720));
    Optional<PageImage> opened = Optional.of(page(1500, 2000));
    Answer answer = Answer.KEPT;
    public final List<String> kept = new ArrayList<>();
    private int before;

    public void reset() {
        camera = true;
        stick = true;
        files = Optional.of(List.of("DCIM/签到表-2.jpg", "签到表-1.png"));
        seen = Optional.of(page(1280, 720));
        opened = Optional.of(page(1500, 2000));
        answer = Answer.KEPT;
        kept.clear();
        before = 0;
    }

    static PageImage page(int width, int height) {
        var gray = new byte[width * height];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) (i / width % 40 < 2 ? 60 : 250);
        }
        return PageImage.of(new Still(width, height, gray));
    }

    public Feature feature() {
        return new ScanFeature(tray, this, () -> {});
    }

    @Override
    public boolean hasCamera() {
        return camera;
    }

    @Override
    public boolean hasStick() {
        return stick;
    }

    @Override
    public CompletableFuture<PageImage> look() {
        return seen.map(CompletableFuture::completedFuture).orElseGet(CompletableFuture::new);
    }

    @Override
    public CompletableFuture<Optional<List<String>>> files() {
        return CompletableFuture.completedFuture(files);
    }

    @Override
    public CompletableFuture<Optional<PageImage>> open(String file) {
        return CompletableFuture.completedFuture(opened);
    }

    @Override
    public CompletableFuture<Integer> kept(ActivityId activity) {
        return CompletableFuture.completedFuture(before + kept.size());
    }

    @Override
    public CompletableFuture<Answer> keep(ActivityId activity, PageImage picture, StaffMember by) {
        if (answer == Answer.KEPT) {
            kept.add(by.id() + " " + activity + " " + picture.width() + "x" + picture.height());
        }
        return CompletableFuture.completedFuture(answer);
    }
}

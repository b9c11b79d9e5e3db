package cn.dangqun.devices.drivers.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.HoldOff;
import cn.dangqun.domain.credential.Credential;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodePresenterTest {
    private final List<Object> heard = new ArrayList<>();

    @Test
    void presentsACodeOnceThoughItIsScannedAgainAndAgain() {
        var presenter = new CodePresenter(listener(), new HoldOff(CodePresenter.HOLD_OFF));

        presenter.scanned("A");
        presenter.scanned("A");
        presenter.scanned("B");
        presenter.scanned("A");

        assertEquals(List.of(new Credential.Code("A"), new Credential.Code("B")), heard);
    }

    @Test
    void presentsACodeAgainAfterItWasOutOfSight() {
        var presenter = new CodePresenter(listener(), new HoldOff(Duration.ZERO));

        presenter.scanned("A");
        presenter.scanned("A");

        assertEquals(2, heard.size());
    }

    @Test
    void reportsATextThatIsTooLongForACode() {
        new CodePresenter(listener(), new HoldOff(CodePresenter.HOLD_OFF)).scanned("A".repeat(513));

        assertEquals(List.of(DeviceFault.Kind.GARBLED), heard);
    }

    private DeviceListener listener() {
        return new DeviceListener() {
            @Override
            public void working() {}

            @Override
            public void attention(String reason) {}

            @Override
            public void presented(Credential credential) {
                heard.add(credential);
            }

            @Override
            public void misread(DeviceFault fault) {
                heard.add(fault.kind());
            }
        };
    }
}

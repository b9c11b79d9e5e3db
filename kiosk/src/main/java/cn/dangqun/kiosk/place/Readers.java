package cn.dangqun.kiosk.place;

import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.kiosk.device.DeviceBoard;

/// What somebody can present here now: cards, when a reader works, and codes, when a scanner or a camera does.
public record Readers(boolean cards, boolean codes) {
    /// `keyboard`: a scanner that types is heard by the window, and nobody sees it unplugged.
    public static Readers of(DeviceBoard board, boolean keyboard) {
        return new Readers(works(board, DeviceKind.CARD_READER), keyboard || works(board, DeviceKind.CODE_SCANNER));
    }

    private static boolean works(DeviceBoard board, DeviceKind kind) {
        return board.devices().stream()
                .filter(device -> device.knownKind().filter(kind::equals).isPresent())
                .anyMatch(device -> switch (device.state()) {
                    case DeviceState.Working _, DeviceState.Attention _ -> true;
                    case DeviceState.Starting _, DeviceState.Failed _, DeviceState.Stopped _ -> false;
                });
    }

    public boolean none() {
        return !cards && !codes;
    }

    /// One of four, by what can be presented.
    public <T> T choose(T both, T onlyCards, T onlyCodes, T none) {
        if (cards) {
            return codes ? both : onlyCards;
        }
        return codes ? onlyCodes : none;
    }
}

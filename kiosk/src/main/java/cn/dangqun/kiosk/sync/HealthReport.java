package cn.dangqun.kiosk.sync;

import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.kiosk.device.DeviceBoard;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.protocol.wire.DeviceHealth;
import cn.dangqun.protocol.wire.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the street is told of this kiosk (F-72). Asks the disk: not for a network thread.
public record HealthReport(String software, LongSupplier freeBytes, Ledger ledger, DeviceBoard devices) {
    private static final Logger log = LoggerFactory.getLogger(HealthReport.class);

    /// Of a kiosk whose data lie there.
    public HealthReport(String software, Path data, Ledger ledger, DeviceBoard devices) {
        this(software, () -> freeBytes(data), ledger, devices);
    }

    Health now() {
        var kept = ledger.health();
        var health = Health.newBuilder()
                .setSoftware(software)
                .setFreeDiskBytes(freeBytes.getAsLong())
                .setLedgerDamaged(kept.damagedFileKept())
                .setSalvaged(kept.salvaged().carried())
                .setUnreadable(kept.lost())
                .setUnreadableUnknown(kept.salvaged().mayMiss());
        ledger.position().ifPresent(position -> {
            health.setUnsent(position.pending());
            position.oldestPending().ifPresent(oldest -> health.setOldestUnsentWallMillis(oldest.toEpochMilli()));
        });
        devices.devices().forEach(device -> health.addDevices(device(device)));
        return health.build();
    }

    private static long freeBytes(Path data) {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException e) {
            log.warn("The free space of {} cannot be read: {}", data, e.toString());
            return 0;
        }
    }

    private static DeviceHealth device(DeviceBoard.DeviceStatus device) {
        var health = DeviceHealth.newBuilder()
                .setName(device.name())
                .setKind(device.knownKind().map(DeviceKind::name).orElse(""));
        return switch (device.state()) {
            case DeviceState.Starting _ -> health.setState("STARTING").build();
            case DeviceState.Working _ -> health.setState("WORKING").build();
            case DeviceState.Attention attention ->
                health.setState("ATTENTION").setFault(attention.reason()).build();
            case DeviceState.Failed failed ->
                health.setState("FAILED").setFault(failed.fault().kind().name()).build();
            case DeviceState.Stopped _ -> health.setState("STOPPED").build();
        };
    }
}

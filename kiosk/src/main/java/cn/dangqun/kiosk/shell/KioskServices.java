package cn.dangqun.kiosk.shell;

import cn.dangqun.devices.selftest.SelfTest;
import cn.dangqun.kiosk.activity.TodaysActivities;
import cn.dangqun.kiosk.checkin.CheckInDesk;
import cn.dangqun.kiosk.device.DeviceBoard;
import cn.dangqun.kiosk.ledger.LedgerMonitor;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.reference.SiteBoard;
import cn.dangqun.kiosk.staff.StaffDesk;
import cn.dangqun.kiosk.sync.EnrolmentDesk;
import cn.dangqun.kiosk.sync.SyncMonitor;
import cn.dangqun.kiosk.voice.Feedback;
import cn.dangqun.kiosk.wall.WallService;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// All that the screens need of the kiosk. Built once by the process's wiring; tests build it of fakes.
public record KioskServices(
        Clock clock,
        SiteBoard site,
        CheckInDesk checkIn,
        TodaysActivities activities,
        WallService wall,
        SyncMonitor sync,
        EnrolmentDesk enrolment,
        StaffDesk staff,
        DeviceBoard devices,
        LedgerMonitor ledger,
        Feedback feedback,
        QueueServices queue,
        Supplier<SelfTest> selfTest,
        Consumer<Boolean> camera) {}

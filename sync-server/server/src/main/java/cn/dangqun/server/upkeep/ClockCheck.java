package cn.dangqun.server.upkeep;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.upkeep.Doctor.Finding;

/// This machine's clock: against what is recorded, against the kiosks', and whether anything keeps it right.
record ClockCheck(DatabaseChecks database, KioskChecks kiosks, MachineChecks machine, Texts texts) {
    Finding clock() {
        var recorded = database.clock();
        if (!recorded.well()) {
            return recorded;
        }
        if (kiosks.mostSayThatTheClockIsWrong()) {
            return new Finding(false, texts.get("upkeep.doctor.clockUnlikeKiosks"));
        }
        return machine.hasTimeService() ? recorded : new Finding(false, texts.get("upkeep.doctor.noTimeService"));
    }
}

package cn.dangqun.protocol;

import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.StaffUnlocked;

/// The facts of duty staff, to messages and back.
final class StaffCodec {
    private StaffCodec() {}

    static void encode(StaffFact fact, FactRecord.Builder record) {
        switch (fact) {
            case StaffFact.StaffUnlocked f ->
                record.setStaffUnlocked(StaffUnlocked.newBuilder().setStaff(f.staff()));
        }
    }

    static StaffFact decode(FactRecord record) {
        return new StaffFact.StaffUnlocked(record.getStaffUnlocked().getStaff());
    }
}

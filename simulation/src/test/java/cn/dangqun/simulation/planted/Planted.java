package cn.dangqun.simulation.planted;

/// Faults on purpose, each a small change of the program's own source. No program has a switch for any of them:
/// they are compiled for the simulator alone.
enum Planted {
    TOLD_BEFORE_COMMIT(
            1,
            "everybody is answered before the disk has it",
            "store/src/main/java/cn/dangqun/store/GroupCommit.java",
            "            run(connection, \"COMMIT\");",
            "            group.forEach(Pending::complete);\n            run(connection, \"COMMIT\");"),
    PROJECTION_OUTSIDE(
            52,
            "the kiosk writes a fact, and what follows from it in a transaction of its own",
            "kiosk/src/main/java/cn/dangqun/kiosk/ledger/LedgerTransaction.java",
            "        projections.apply(db, recorded, hash);\n        head = head.appended",
            "        db.script(\"RELEASE work; COMMIT; BEGIN IMMEDIATE; SAVEPOINT work\");\n"
                    + "        projections.apply(db, recorded, hash);\n        head = head.appended"),
    DROPPED_TOMBSTONE(
            6,
            "the kiosk forgets nothing that the street takes away",
            "kiosk/src/main/java/cn/dangqun/kiosk/reference/ReferenceStore.java",
            "() -> items.remove(key)",
            "() -> {}"),
    EMPTY_EPOCH(
            31,
            "a new epoch begins without what the old one still holds",
            "kiosk/src/main/java/cn/dangqun/kiosk/ledger/NextLedger.java",
            "head.purgedSeq(), head.purgedSeq(), ByteString.EMPTY",
            "head.lastSeq(), head.lastSeq(), ByteString.EMPTY"),
    PURGE_BY_WALL_CLOCK(
            40,
            "the kiosk counts by the clock on the wall how long the street has had its facts",
            "kiosk/src/main/java/cn/dangqun/kiosk/ledger/CountedTime.java",
            "        return Duration.ofMillis(before.map(",
            "        if (now.bootId() != null) {\n"
                    + "            return Duration.ofMillis(now.wall().toEpochMilli());\n        }\n"
                    + "        return Duration.ofMillis(before.map("),
    UNGUARDED_FACT(
            1,
            "one kind of fact is recorded by the clock on the wall, whatever the kiosk knows about the time",
            "kiosk/src/main/java/cn/dangqun/kiosk/ledger/LedgerTransaction.java",
            "        var clock = reading.decided(judge(reading));",
            "        var clock = fact instanceof cn.dangqun.domain.fact.AttendanceFact.CheckedIn\n"
                    + "                ? reading : reading.decided(judge(reading));"),
    FORGETFUL_LINE(
            0,
            "a new connection takes for sent whatever the kiosk holds when it begins",
            "kiosk/src/main/java/cn/dangqun/kiosk/sync/Uplink.java",
            "readThrough = position.ackedSeq();",
            "readThrough = position.lastSeq();"),
    CORRECTION_COMES_BACK(
            110,
            "what was taken back and then carried over stands again when a kiosk reads its facts anew",
            "sync-server/server/src/main/java/cn/dangqun/server/attendance/NoteStore.java",
            "AND f.origin_epoch = c.epoch AND f.origin_seq = g.seq",
            "AND f.origin_epoch = c.kiosk AND f.origin_seq = g.seq"),
    UNDO_UNNOTICED(
            1,
            "the kiosk tells somebody who took a check-in back that they are in already",
            "kiosk/src/main/java/cn/dangqun/kiosk/attendance/AttendanceBook.java",
            "WHERE attendee = ? AND voided_by IS NULL\"\n",
            "WHERE attendee = ?\"\n"),
    NAMES_FOR_EVERYBODY(
            0,
            "the page of an activity writes names in full, whoever looks",
            "sync-server/server/src/main/java/cn/dangqun/server/attendance/SheetNames.java",
            ".map(inFull ? PersonName::full : PersonName::masked)",
            ".map(PersonName::full)"),
    NAME_NOT_FORCED(
            14,
            "the name of a small file is not forced, only its bytes",
            "store/src/main/java/cn/dangqun/store/OwnerFiles.java",
            "        Files.move(draft, file, ATOMIC_MOVE);\n        syncDirectoryOf(file);\n",
            "        Files.move(draft, file, ATOMIC_MOVE);\n"),
    BYTES_NOT_FORCED(
            14,
            "a small file has its name before its bytes are forced",
            "store/src/main/java/cn/dangqun/store/OwnerFiles.java",
            "        channel.force(true);\n",
            ""),
    FROZEN_ROLL_REWRITTEN(
            4,
            "who moves to another branch leaves the rolls that were frozen",
            "sync-server/server/src/main/java/cn/dangqun/server/reference/ReferenceColumns.java",
            "        new SearchWords(handle).put(member.id().value(), member.name().full());\n",
            "        new SearchWords(handle).put(member.id().value(), member.name().full());\n"
                    + "        handle.execute(\"DELETE FROM attendance_line WHERE street = 1 AND member = ?\"\n"
                    + "                + \" AND organization <> ?\", member.id().value(), member.branch().value());\n"),
    GUESTS_PRESENT(
            1,
            "guests are counted in 实到",
            "sync-server/server/src/main/java/cn/dangqun/server/attendance/TodayPage.java",
            "                count.tally().present(),\n",
            "                count.tally().present() + count.guests(),\n"),
    WHOLE_PUSH_PARKED(
            6,
            "everything that came with a record that fails is set aside with it",
            "sync-server/server/src/main/java/cn/dangqun/server/ledger/Intake.java",
            "                var _ = park(store, place, alone(store, place, each, changes), changes);\n",
            "                var _ = park(store, place, Optional.of(Quarantined.Reason.FAILED), changes);\n"),
    CARRIED_TWICE(
            5,
            "what a kiosk carries over counts beside what the street has of it",
            "sync-server/server/src/main/java/cn/dangqun/server/ledger/CarriedFacts.java",
            "        boolean repeats = locate(origin).isPresent();\n",
            "        boolean repeats = false;\n"),
    MONTH_STAYS_LOCKED(
            10,
            "a month that is opened again stays locked",
            "sync-server/server/src/main/java/cn/dangqun/server/review/ReviewProjection.java",
            "fact.locked() ? 1 : 0,",
            "1,"),
    DECISION_OVERWRITTEN(
            0,
            "whoever decides of something does not have to have seen what was decided before",
            "sync-server/server/src/main/java/cn/dangqun/server/review/InboxDesk.java",
            "!standing.map(Decided::mark).orElse(\"\").equals(order.seen())",
            "order.seen() == null"),
    PLACE_GIVEN_TWICE(
            5,
            "whoever asks for a time gets a place, also when somebody was quicker",
            "kiosk/src/main/java/cn/dangqun/kiosk/appointment/LedgerAppointmentDesk.java",
            "isAhead(at, now) || left(day.get(), at, made, now) == 0) {",
            "isAhead(at, now)) {"),
    HANDED_OVER_AT_ONCE(
            192,
            "whoever a request is handed over to answers for it before they have taken it up",
            "domain/src/main/java/cn/dangqun/domain/request/RequestState.java",
            "return new RequestState(stage, answers, to, due,",
            "return new RequestState(stage, to.orElse(answers), to, due,"),
    SAME_NUMBER_ONCE(
            299,
            "people of one centre who have the same number are one on 排队叫号",
            "sync-server/server/src/main/java/cn/dangqun/server/queue/QueueReader.java",
            "AND t.day = :day AND t.state <> 'LAPSED'\n",
            "AND t.day = :day AND t.state <> 'LAPSED' GROUP BY t.number\n");

    private final long seed;
    private final String sentence;
    private final String file;
    private final String from;
    private final String to;

    /// In `file`, `from` stands exactly once and becomes `to`.
    Planted(long seed, String sentence, String file, String from, String to) {
        this.seed = seed;
        this.sentence = sentence;
        this.file = file;
        this.from = from;
        this.to = to;
    }

    /// Whose story finds it; perhaps one before it does too.
    long seed() {
        return seed;
    }

    String sentence() {
        return sentence;
    }

    String file() {
        return file;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }
}

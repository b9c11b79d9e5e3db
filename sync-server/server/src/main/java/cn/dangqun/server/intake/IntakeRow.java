package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberId;
import java.util.Optional;

/// A row of a file as it was compared.
record IntakeRow(
        int number,
        IntakeOutcome outcome,
        Optional<MemberId> member,
        Optional<CardKey> card,
        Said said,
        String words,
        boolean applied) {}

package cn.dangqun.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes one of each form into a directory, to be looked at.
final class SampleMain {
    private SampleMain() {}

    public static void main(String[] arguments) throws IOException {
        var papers = Map.of(
                "1-签到表-空白", SamplePapers.blank(18),
                "2-签到表-已签", SamplePapers.signed(120),
                "3-宣布情况", SamplePapers.announcement(),
                "4-表决结果", SamplePapers.ballot(),
                "5-会议记录", SamplePapers.minutes(),
                "6-决议报告", SamplePapers.report(3),
                "7-决议报告-长", SamplePapers.report(8));
        for (var each : papers.entrySet()) {
            try (var out = Files.newOutputStream(Path.of(arguments[0], each.getKey() + ".pdf"))) {
                Papers.withDebiansFont().write(each.getValue(), out);
            }
        }
    }
}

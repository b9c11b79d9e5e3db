package cn.dangqun.server.kiosks;

import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// How a kiosk and the others of its centre stand to the centre's queue, in words. Inside one read.
record CentreQueue(Handle handle, Texts texts) {
    private record Kiosk(String id, String name, int digit, boolean host) {}

    CareModel.QueueModel of(KioskHealth kiosk) {
        var all = handle.createQuery("SELECT id, name, queue_digit, queue_host FROM kiosk"
                        + " WHERE street = 1 AND site = ? AND revoked_at IS NULL ORDER BY id")
                .bind(0, kiosk.site())
                .map((row, ignored) -> new Kiosk(
                        row.getString("id"),
                        row.getString("name"),
                        row.getInt("queue_digit"),
                        row.getInt("queue_host") == 1))
                .list();
        var me = all.stream()
                .filter(each -> each.id().equals(kiosk.id().value()))
                .findFirst();
        int digit = me.map(Kiosk::digit).orElse(0);
        return new CareModel.QueueModel(digits(digit), me.filter(Kiosk::host).isPresent(), lines(all));
    }

    private List<Choice> digits(int chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", texts.get("kiosks.queue.noDigit"), chosen == 0));
        IntStream.rangeClosed(1, TicketNumber.KIOSK_MAX)
                .mapToObj(digit ->
                        new Choice(Integer.toString(digit), texts.get("kiosks.queue.digitOf", digit), digit == chosen))
                .forEach(choices::add);
        return choices;
    }

    private List<String> lines(List<Kiosk> all) {
        var lines = new ArrayList<String>();
        Optional<Kiosk> host = all.stream().filter(Kiosk::host).findFirst();
        lines.add(
                host.isPresent()
                        ? texts.get("kiosks.queue.hosted", host.get().name())
                        : texts.get(all.size() > 1 ? "kiosks.queue.apart" : "kiosks.queue.alone"));
        if (all.size() > 1) {
            all.forEach(each -> lines.add(
                    each.digit() == 0
                            ? texts.get("kiosks.queue.without", each.name())
                            : texts.get("kiosks.queue.with", each.name(), each.digit())));
        }
        return lines;
    }
}

package cn.dangqun.server.kiosks;

import cn.dangqun.protocol.EnrolmentQr;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.QrPicture;
import cn.dangqun.server.web.Reply;
import java.util.Map;

/// Shows a one-time code, once: to be typed, and to be held before the new kiosk's scanner. `fingerprint` is
/// the street's CA certificate's.
public record CodePage(Texts texts, Times times, String fingerprint) {
    /// `replaced`: so many earlier codes for the same kiosk let nobody in any more.
    Reply show(EnrolmentCodes.Created created, String name, String site, int replaced) {
        return Reply.page(
                "kiosks/code",
                texts.get("kiosks.code.title"),
                Map.of(
                        "name",
                        name,
                        "site",
                        site,
                        "code",
                        created.text(),
                        "picture",
                        QrPicture.of(EnrolmentQr.of(created.text())),
                        "until",
                        times.time(created.expires()),
                        "fingerprint",
                        fingerprint,
                        "replaced",
                        replaced > 0));
    }
}

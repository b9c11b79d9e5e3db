package cn.dangqun.server.kiosks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.util.IPAddress;

/// Where the browsers of a centre find a kiosk: an address of an inner network (RFC 1918, link-local, loopback), or a
/// name under an ending that no public name has.
record WindowAddress(String text) {
    private static final List<String> ENDINGS = List.of("lan", "local", "internal", "home.arpa");
    private static final List<String> NETWORKS = List.of(
            "10.0.0.0/255.0.0.0",
            "172.16.0.0/255.240.0.0",
            "192.168.0.0/255.255.0.0",
            "169.254.0.0/255.255.0.0",
            "127.0.0.0/255.0.0.0");
    private static final Pattern INNER = Pattern.compile(
            "(10(\\.\\d{1,3}){3}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}|(192\\.168|169\\.254)(\\.\\d{1,3}){2}"
                    + "|127(\\.\\d{1,3}){3})");
    private static final Pattern NAME = Pattern.compile("([a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?\\.)+[a-z.]{2,9}");
    private static final int LONGEST = 100;

    /// Empty when it is none that may stand in such a certificate.
    static Optional<WindowAddress> of(String written) {
        var text = written.strip().toLowerCase(Locale.ROOT);
        boolean isName = NAME.matcher(text).matches()
                && text.length() <= LONGEST
                && ENDINGS.stream().anyMatch(ending -> text.endsWith("." + ending));
        boolean isAddress = INNER.matcher(text).matches() && IPAddress.isValidIPv4(text);
        return isName || isAddress ? Optional.of(new WindowAddress(text)) : Optional.empty();
    }

    GeneralName name() {
        return new GeneralName(IPAddress.isValid(text) ? GeneralName.iPAddress : GeneralName.dNSName, text);
    }

    /// What the authority of these certificates may speak for.
    static NameConstraints constraints() {
        var allowed = Stream.concat(
                ENDINGS.stream().map(each -> new GeneralName(GeneralName.dNSName, each)),
                NETWORKS.stream().map(each -> new GeneralName(GeneralName.iPAddress, each)));
        return new NameConstraints(allowed.map(GeneralSubtree::new).toArray(GeneralSubtree[]::new), null);
    }
}

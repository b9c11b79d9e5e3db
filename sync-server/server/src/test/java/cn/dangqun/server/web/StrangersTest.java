package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private final Strangers<String> strangers = new Strangers<>(5, 3);

    @Test
    void letsTheOldestOfOneAddressGiveWay() {
        enter("a", "a1", "a2", "a3");

        assertEquals(Optional.of("a1"), strangers.enter("a", "a4"));
        assertEquals(Optional.of("a2"), strangers.enter("a", "a5"));
        assertEquals(3, strangers.count());
    }

    @Test
    void letsTheOldestOfTheMostCrowdedAddressGiveWay() {
        enter("b", "b1");
        enter("a", "a1", "a2", "a3");
        enter("c", "c1");

        assertEquals(Optional.of("a1"), strangers.enter("c", "c2"));
        assertEquals(5, strangers.count());
    }

    @Test
    void countsNobodyWhoIsKnownOrGone() {
        enter("a", "a1", "a2", "a3");
        strangers.leave("a", "a1");
        strangers.leave("a", "a1");
        strangers.leave("b", "a2");

        assertEquals(2, strangers.count());
        assertEquals(Optional.empty(), strangers.enter("a", "a4"));
        assertEquals(Optional.of("a2"), strangers.enter("a", "a5"));
    }

    @Test
    void takesTheNetworkOfASubscriberForOneOrigin() throws Exception {
        assertEquals(origin("2001:db8:1:2::1"), origin("2001:db8:1:2:ffff::9"));
        assertNotEquals(origin("2001:db8:1:2::1"), origin("2001:db8:1:3::1"));
        assertNotEquals(origin("192.0.2.1"), origin("192.0.2.2"));
    }

    private static String origin(String address) throws Exception {
        return Strangers.origin(new InetSocketAddress(InetAddress.getByName(address), 1));
    }

    private void enter(String origin, String... connections) {
        for (var each : connections) {
            assertEquals(Optional.empty(), strangers.enter(origin, each));
        }
    }
}

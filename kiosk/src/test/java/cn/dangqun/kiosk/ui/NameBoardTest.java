package cn.dangqun.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NameBoardTest {
    @Test
    void breaksALongNameAfterTheStreet() {
        var name = "样例市示范新区模范街道大样例社区党群服务中心";

        assertEquals("样例市示范新区模范街道", name.substring(0, NameBoard.cut(name)));
    }

    @Test
    void breaksInTheMiddleWhereNoStreetDividesIt() {
        assertEquals(5, NameBoard.cut("样例社区党群服务中心"));
        assertEquals(10, NameBoard.cut("街道样例社区党群服务中心与活动之家分部"));
    }
}

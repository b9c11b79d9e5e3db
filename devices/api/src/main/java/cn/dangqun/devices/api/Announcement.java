package cn.dangqun.devices.api;

/// What the kiosk can say: a closed vocabulary, so that every word of it can be recorded by a person beforehand. Names
/// are shown, never spoken.
public sealed interface Announcement {

    /// A fixed sentence to the person standing at the kiosk.
    enum Prompt implements Announcement {
        /// 签到成功
        CHECKED_IN,
        /// 您已签到
        ALREADY_CHECKED_IN,
        /// 签到成功，您已迟到
        CHECKED_IN_LATE,
        /// 请联系工作人员
        ASK_STAFF,
        /// 未识别，请重新放置
        PLACE_AGAIN,
        /// 签到尚未开始
        NOT_OPEN_YET,
        /// 签到已结束
        CLOSED,
        /// 请在屏幕上选择
        CHOOSE_ON_SCREEN,
        /// 已报到，请在屏幕上签名
        SIGN_ON_SCREEN,
        /// 没有签到，请再刷一次
        NOT_CHECKED_IN,
        /// 本机时间待核对，请联系工作人员
        CLOCK_IN_DOUBT,
        /// 取号成功，请取走小票
        TAKE_TICKET,
        /// 语音测试
        TEST
    }

    /// 请 A 零 一 二 号 到 2 号 窗口. `repeat`: how often it is said in all.
    record Call(TicketNumber ticket, int window, int repeat) implements Announcement {
        public static final int WINDOW_MAX = 99;
        private static final int REPEAT_MAX = 3;

        public Call {
            if (window < 1 || window > WINDOW_MAX) {
                throw new IllegalArgumentException("windows are numbered 1 to " + WINDOW_MAX);
            }
            if (repeat < 1 || repeat > REPEAT_MAX) {
                throw new IllegalArgumentException("a call is said 1 to " + REPEAT_MAX + " times");
            }
        }
    }

    /// A ticket's number as spoken: capital letters A–Z and digits, such as `A012`.
    record TicketNumber(String text) {
        private static final int LENGTH_MAX = 8;

        public TicketNumber {
            if (text.isEmpty() || text.length() > LENGTH_MAX || !text.chars().allMatch(TicketNumber::isSpoken)) {
                throw new IllegalArgumentException("a ticket number is 1 to " + LENGTH_MAX + " of A-Z and 0-9");
            }
        }

        private static boolean isSpoken(int character) {
            return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
        }
    }
}

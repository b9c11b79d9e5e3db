/// What a person hears and sees beside the screen: a lamp and a fixed sentence for each answer.
@NullMarked
package cn.dangqun.kiosk.voice;

import org.jspecify.annotations.NullMarked;

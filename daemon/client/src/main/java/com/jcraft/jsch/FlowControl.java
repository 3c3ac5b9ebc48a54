package com.jcraft.jsch;

/**
 * Lets a reader give a channel's window back itself. jsch gives it back as soon as bytes have left its own thread, so that one reader who stalls
 * blocks that thread, and with it every channel of the connection. Stands in jsch's package because windows are its own affair. Without state.
 */
public final class FlowControl {
    private static final int PACKET = 32 * 1024;

    private FlowControl() {}

    /** Before the channel opens: at most this many bytes may come before {@link #giveBack}, and jsch itself gives nothing back. */
    public static void take(Channel channel, int window) {
        channel.lwsize_max = 0;
        channel.setLocalWindowSize(window);
        channel.lmpsize = PACKET;
    }

    /**
     * So many bytes have been read for good. Blocks while the connection's output does. jsch's own count is lifted out of the way, whatever its
     * thread subtracts from it meanwhile.
     */
    public static void giveBack(Channel channel, int bytes) throws Exception {
        channel.setLocalWindowSize(Integer.MAX_VALUE);
        Buffer buffer = new Buffer(100);
        Packet packet = new Packet(buffer);
        packet.reset();
        buffer.putByte((byte) Session.SSH_MSG_CHANNEL_WINDOW_ADJUST);
        buffer.putInt(channel.getRecipient());
        buffer.putInt(bytes);
        synchronized (channel) {
            if (!channel.close) {
                channel.getSession().write(packet);
            }
        }
    }
}

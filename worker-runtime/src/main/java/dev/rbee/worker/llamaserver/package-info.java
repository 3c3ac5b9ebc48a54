/** llama.cpp's own server as an engine: a child process on a loopback port, told by typed options only. */
package dev.rbee.worker.llamaserver;

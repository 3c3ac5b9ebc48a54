/** What servers of others say, in the words of rbee's own workers: requests on their way out, answers on their way back. */
package dev.rbee.service.queen.dialect;

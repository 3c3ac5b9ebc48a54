/** Downloads of a hive: a queue of jobs that bring models into the store, from outside or from the fleet. */
package dev.rbee.service.models.download;

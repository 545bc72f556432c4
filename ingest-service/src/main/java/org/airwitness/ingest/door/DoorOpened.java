package org.airwitness.ingest.door;

/** Event: the regions of all agencies are known, and sensors' messages may be taken. */
public record DoorOpened() {}

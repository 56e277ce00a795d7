/**
 * What carries, makes, detects and keeps photons: links through fibre, air and space, satellites
 * and their passes, sources, detectors and memories, as immutable records with published presets.
 */
package qnet.channel;

/**
 * What carries, makes and detects photons: links, sources and detectors, as immutable records with
 * published presets.
 */
package qnet.channel;

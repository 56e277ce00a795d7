/**
 * What turns sifted bits into a shared key: error correction, verification, privacy amplification
 * and authentication, between an Alice and a Bob who share nothing but a recorded classical
 * channel.
 */
package qnet.postprocess;

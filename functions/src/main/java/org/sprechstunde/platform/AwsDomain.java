package org.sprechstunde.platform;

import software.amazon.awssdk.regions.GeneratedPartitionMetadataProvider;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.PartitionMetadataProvider;
import software.amazon.awssdk.regions.Region;

/** The domain of a region's hosts: each of AWS's partitions has one of its own. */
public final class AwsDomain {
    /** {@link PartitionMetadata#of} knows no more, and loads three hundred classes that say where each service is. */
    private static final PartitionMetadataProvider PARTITIONS = new GeneratedPartitionMetadataProvider();

    private AwsDomain() {}

    /** Such as {@code eu-central-1.amazonaws.com}. */
    public static String of(String region) {
        return region + "." + PARTITIONS.partitionMetadata(Region.of(region)).dnsSuffix();
    }
}

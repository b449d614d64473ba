import kafkajs from 'kafkajs';

/** The default partitioner (murmur2, as Java's), which also remembers where it put each message. */
export class PlacedPartitioner {
  private readonly places = new Map<kafkajs.Message, number>();

  readonly create: kafkajs.ICustomPartitioner = () => {
    const choose = kafkajs.Partitioners.DefaultPartitioner();
    return (args) => {
      const partition = choose(args);
      this.places.set(args.message, partition);
      return partition;
    };
  };

  partitionOf(message: kafkajs.Message): number {
    const partition = this.places.get(message);
    if (partition === undefined) throw new Error('a message was sent without a partition');
    return partition;
  }

  forget(): void {
    this.places.clear();
  }
}

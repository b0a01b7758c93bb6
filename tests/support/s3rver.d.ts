declare module '@20minutes/s3rver' {
  /** An S3 server that keeps its buckets in a folder. */
  export default class S3rver {
    constructor(options: {
      port: number;
      directory: string;
      silent: boolean;
      allowMismatchedSignatures: boolean;
      configureBuckets: { name: string; configs: never[] }[];
    });
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}

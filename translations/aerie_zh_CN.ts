<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ExperimentDialog</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>aerie::models</name>
    <message>
        <source>%1 (stage)</source>
        <translation>%1（阶段）</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>删除中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Rollout failed</source>
        <translation>发布失败</translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation>发布中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>对数损失</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>暂不接流</translation>
    </message>
    <message>
        <source>The proxies do not know this replica</source>
        <translation>代理不认识此副本</translation>
    </message>
    <message>
        <source>Every proxy sends to it</source>
        <translation>所有代理都向其发送</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>运行时长</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>应用时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0.1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>items per second</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <extracomment>a span of time: from - to</extracomment>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>桶</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1，然后 %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Layer bucket</source>
        <translation>层桶</translation>
    </message>
    <message>
        <source>Hash input</source>
        <translation>哈希输入</translation>
    </message>
    <message>
        <source>FNV-1a</source>
        <translation>FNV-1a</translation>
    </message>
    <message>
        <source>FNV-1a (32 bit) of the hash input</source>
        <translation>哈希输入的 FNV-1a（32 位）</translation>
    </message>
    <message>
        <source>FNV-1a again</source>
        <translation>再次 FNV-1a</translation>
    </message>
    <message>
        <source>FNV-1a of the digits before; modulo 10,000 it is the bucket</source>
        <translation>前一数字的 FNV-1a；对 10,000 取模即为桶</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Endpoint after</source>
        <translation>更改后端点</translation>
    </message>
    <message>
        <source>With the staged changes</source>
        <translation>含暂存的更改</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>未路由</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>ready, no traffic</source>
        <translation>就绪，无流量</translation>
    </message>
    <message>
        <source>stage %1, which had none</source>
        <translation>阶段 %1，之前没有版本</translation>
    </message>
    <message>
        <source>stage %1, before: version %2</source>
        <translation>阶段 %1，之前：版本 %2</translation>
    </message>
    <message>
        <source>relaunches %1</source>
        <translation>重新启动 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 in stage %2, %n replica(s)</source>
        <translation>
            <numerusform>%1，阶段 %2，%n 个副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 version %2, %n replica(s)</source>
        <translation>
            <numerusform>%1 版本 %2，%n 个副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>revision %1, default endpoint %2, %n experiment(s)</source>
        <translation>
            <numerusform>修订 %1，默认端点 %2，%n 个实验</numerusform>
        </translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>覆盖率 %1</translation>
    </message>
    <message>
        <source>digest %1, not signed</source>
        <translation>摘要 %1，未签名</translation>
    </message>
    <message>
        <source>digest %1, signed by %2</source>
        <translation>摘要 %1，由 %2 签名</translation>
    </message>
    <message>
        <source>its log says why</source>
        <translation>原因见其日志</translation>
    </message>
    <message>
        <source>No other replica serves</source>
        <translation>没有其他副本提供服务</translation>
    </message>
    <message numerus="yes">
        <source>to %n replica(s)</source>
        <translation>
            <numerusform>到 %n 个副本</numerusform>
        </translation>
    </message>
    <message>
        <source>to version %1</source>
        <translation>到版本 %1</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>Waits for a retry</source>
        <translation>等待重试</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Lost with its host</source>
        <translation>随主机丢失</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Job %1 of %2</source>
        <translation>作业 %1（%2）</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>完成任务</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU 使用</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请量</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>内存使用</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>正在发布</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>取消中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已释放</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>starts now</source>
        <translation>即将启动</translation>
    </message>
    <message>
        <source>the cluster or its environment is being made</source>
        <translation>正在创建集群或其环境</translation>
    </message>
    <message>
        <source>the pause before the next attempt</source>
        <translation>下次尝试前的间隔</translation>
    </message>
    <message>
        <source>the job&apos;s own limit of tasks at a time is reached</source>
        <translation>已达到作业自身的并发任务上限</translation>
    </message>
    <message>
        <source>the cluster&apos;s share of the machine is in use</source>
        <translation>集群在本机的份额已用满</translation>
    </message>
    <message>
        <source>no host is ready</source>
        <translation>没有就绪的主机</translation>
    </message>
    <message>
        <source>too large for every host</source>
        <translation>超出所有主机的容量</translation>
    </message>
    <message>
        <source>no CPU is free</source>
        <translation>没有空闲 CPU</translation>
    </message>
    <message>
        <source>no memory is free</source>
        <translation>没有空闲内存</translation>
    </message>
    <message>
        <source>a host is kept free for a larger task</source>
        <translation>为更大的任务保留了一台主机</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) wait: %1</source>
        <extracomment>%1 is why they wait: &quot;no CPU is free&quot;</extracomment>
        <translation>
            <numerusform>%Ln 个任务等待：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n 个 CPU</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation>%1 个 CPU</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>From %1 to %2 over the runs; the first task starts after %3</source>
        <translation>各次运行从 %1 到 %2；首个任务在 %3 后启动</translation>
    </message>
    <message>
        <source>%1 not finished</source>
        <translation>%1 个未完成</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>Nothing faster and cheaper</source>
        <translation>没有更快且更便宜的</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>按列出顺序</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>最长优先</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>最短优先</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>每任务 CPU 数</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>每主机小时价格</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>并发任务</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Rows trained on</source>
        <translation>训练行数</translation>
    </message>
    <message>
        <source>Rows tested on</source>
        <translation>测试行数</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部分数</translation>
    </message>
    <message>
        <source>Parts left out</source>
        <translation>略过的部分</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses %2: ask for %3</source>
        <translation>任务申请 %1，使用 %2：请申请 %3</translation>
    </message>
    <message>
        <source>A task uses all of its %1: a run with more may be faster</source>
        <translation>任务用满了全部 %1：增加后运行可能更快</translation>
    </message>
    <message>
        <source>A task asks for no memory and uses up to %1: ask for %2</source>
        <translation>任务未申请内存，最多使用 %1：请申请 %2</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses at most %2: ask for %3</source>
        <translation>任务申请 %1，最多使用 %2：请申请 %3</translation>
    </message>
    <message>
        <source>%1, model of all zones</source>
        <extracomment>%1 is a metric of a zone&apos;s part; here that of the model of all zones, on the same rows</extracomment>
        <translation>%1（全区域模型）</translation>
    </message>
</context>
<context>
    <name>aerie::models::ProfileStore</name>
    <message>
        <source>Local simulation</source>
        <translation>本地模拟</translation>
    </message>
    <message>
        <source>There is a context named &quot;%1&quot; already; choose another name.</source>
        <translation>已有名为“%1”的上下文；请换一个名称。</translation>
    </message>
</context>
<context>
    <name>aerie::models::TrainingTaskModel</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>CPUs used</source>
        <translation>CPU 使用</translation>
    </message>
    <message>
        <source>Memory peak</source>
        <translation>内存峰值</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>cores that were used of those that were asked for</extracomment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>aerie::pages</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>天蓝</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>铁锈红</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Ready to register</source>
        <translation>可注册</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>未注册</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>aerie::pages::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Load Older</source>
        <translation>加载更早</translation>
    </message>
    <message>
        <source>Ask for four times as many entries</source>
        <translation>请求四倍数量的条目</translation>
    </message>
    <message>
        <source>Export CSV...</source>
        <translation>导出 CSV...</translation>
    </message>
    <message>
        <source>Write the entries that are shown to a file</source>
        <translation>将显示的条目写入文件</translation>
    </message>
    <message>
        <source>Whose entries are shown</source>
        <translation>显示谁的条目</translation>
    </message>
    <message>
        <source>Which kind of action is shown</source>
        <translation>显示哪类操作</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>审计条目</translation>
    </message>
    <message>
        <source>Search entries</source>
        <translation>搜索条目</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>尚无任何更改</translation>
    </message>
    <message>
        <source>Every change is recorded here, with who made it.</source>
        <translation>每次更改及其操作者都会记录在此。</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>Hash (SHA-256 over this entry and the hash before)</source>
        <translation>哈希（本条目与前一哈希的 SHA-256）</translation>
    </message>
    <message>
        <source>All actors</source>
        <translation>所有操作者</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>Each entry&apos;s hash covers the hash of the entry before: a changed, removed or inserted entry would show. Checked here over the loaded entries.</source>
        <translation>每个条目的哈希都涵盖前一条目的哈希：被更改、删除或插入的条目会暴露出来。此处对已加载的条目进行检查。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>All entries are loaded</source>
        <translation>已加载全部条目</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>没有可导出的内容</translation>
    </message>
    <message>
        <source>The audit log could not be read</source>
        <translation>无法读取审计日志</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it.</source>
        <translation>选择一个条目以查看全部内容。</translation>
    </message>
    <message>
        <source>(no detail)</source>
        <translation>（无详情）</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>导出审计日志</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>The audit log was not exported</source>
        <translation>审计日志未导出</translation>
    </message>
    <message>
        <source>%1: %2. Choose another place.</source>
        <translation>%1：%2。请选择其他位置。</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln entries to %1</source>
        <translation>
            <numerusform>已将 %Ln 个条目导出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>aerie::pages::BuildDialog</name>
    <message>
        <source>Build a bundle from %1</source>
        <translation>从 %1 构建模型包</translation>
    </message>
    <message>
        <source>Takes the model, the self-test and the statistics as they are, and puts the edited configs beside them. The model is not run here: if the configs change what it gets, its self-test fails when the first worker loads it, and nothing is served.</source>
        <translation>模型、自检和统计信息保持原样，并放入编辑后的配置。此处不运行模型：如果配置改变了模型的输入，第一个 Worker 加载时自检就会失败，不会提供任何服务。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Numbered by the registry</source>
        <translation>由注册表编号</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>Ed25519 private key (PEM)</source>
        <translation>Ed25519 私钥 (PEM)</translation>
    </message>
    <message>
        <source>Bundle file</source>
        <translation>模型包文件</translation>
    </message>
    <message>
        <source>Check it for registration afterwards</source>
        <translation>之后检查能否注册</translation>
    </message>
    <message>
        <source>Build bundle</source>
        <translation>构建模型包</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>选择 %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::Builder</name>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Not covered, to %1: %2</source>
        <translation>未覆盖，到 %1：%2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 到 %2：%3</translation>
    </message>
    <message>
        <source>, intended %1</source>
        <translation>，预期 %1</translation>
    </message>
    <message>
        <source>, actual %1</source>
        <translation>，实际 %1</translation>
    </message>
    <message>
        <source>, failed %1</source>
        <translation>，失败 %1</translation>
    </message>
    <message>
        <source>, none failed</source>
        <translation>，无失败</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>, not deployed</source>
        <translation>，未部署</translation>
    </message>
    <message>
        <source>, v%1</source>
        <extracomment>version of a model, after a rate</extracomment>
        <translation>，v%1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::CompareDialog</name>
    <message>
        <source>Both versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>Compare versions of %1</source>
        <translation>比较 %1 的版本</translation>
    </message>
    <message>
        <source>Version on the left</source>
        <translation>左侧版本</translation>
    </message>
    <message>
        <source>Version on the right</source>
        <translation>右侧版本</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Version %1 (%2)</source>
        <translation>版本 %1（%2）</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>上一处差异 (Shift+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>下一处差异 (F8)</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>特征位置</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The versions were not loaded</source>
        <translation>版本未加载</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading both versions</source>
        <translation>正在加载两个版本</translation>
    </message>
    <message>
        <source>%1 (same)</source>
        <translation>%1（相同）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ConfigDialog</name>
    <message>
        <source>Configs of %1</source>
        <translation>%1 的配置</translation>
    </message>
    <message>
        <source>A version never changes. What you edit here is checked as you type, and becomes files or a new bundle with a new signature.</source>
        <translation>版本永不改变。您在此处的编辑会即时检查，并成为文件或带新签名的新模型包。</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>特征位置</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>特征、步骤和模型输入的图</translation>
    </message>
    <message>
        <source>No step can be read yet</source>
        <translation>尚无可读取的步骤</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Build Bundle...</source>
        <translation>构建模型包...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard Edits</source>
        <translation>放弃编辑</translation>
    </message>
    <message>
        <source>Export Files...</source>
        <translation>导出文件...</translation>
    </message>
    <message>
        <source>Write features.yaml and preprocessor.yaml, for aeriectl model pack</source>
        <translation>写入 features.yaml 和 preprocessor.yaml，供 aeriectl model pack 使用</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n 个特征</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model input(s)</source>
        <translation>
            <numerusform>%n 个模型输入</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to what the version has</source>
        <translation>恢复为该版本的内容</translation>
    </message>
    <message>
        <source>Nothing is edited yet</source>
        <translation>尚无编辑</translation>
    </message>
    <message>
        <source>Sign a copy of the bundle with these configs</source>
        <translation>用这些配置对模型包的副本签名</translation>
    </message>
    <message>
        <source>Export both configs to a folder</source>
        <translation>将两个配置导出到文件夹</translation>
    </message>
    <message>
        <source>Close without your edits?</source>
        <translation>不保留编辑并关闭？</translation>
    </message>
    <message>
        <source>They are neither in a file nor in a bundle yet, unless you wrote one.</source>
        <translation>除非您已写出，否则编辑内容既不在文件中，也不在模型包中。</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>不保留并关闭</translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeployDialog</name>
    <message>
        <source>Deploy a model version</source>
        <translation>部署模型版本</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Version or stage</source>
        <translation>版本或阶段</translation>
    </message>
    <message>
        <source>Worker endpoint</source>
        <translation>Worker 端点</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>local (the control plane&apos;s machine)</source>
        <translation>local（控制平面所在的机器）</translation>
    </message>
    <message>
        <source>CPUs of a replica</source>
        <translation>每个副本的 CPU 数</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Whole CPUs: a fraction is rounded up</source>
        <translation>整数 CPU：小数向上取整</translation>
    </message>
    <message>
        <source>Memory of a replica in MiB</source>
        <translation>每个副本的内存（MiB）</translation>
    </message>
    <message>
        <source>A replica that uses more is ended and started anew</source>
        <translation>超出用量的副本会被终止并重新启动</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>运行时</translation>
    </message>
    <message>
        <source>Sidecar (own process)</source>
        <translation>Sidecar（独立进程）</translation>
    </message>
    <message>
        <source>Embedded (in the worker)</source>
        <translation>嵌入式（在 Worker 内）</translation>
    </message>
    <message>
        <source>OIP v2 server of yours</source>
        <translation>自有 OIP v2 服务器</translation>
    </message>
    <message>
        <source>TensorFlow Serving of yours</source>
        <translation>自有 TensorFlow Serving</translation>
    </message>
    <message>
        <source>Rows of a worker request</source>
        <translation>每个 Worker 请求的行数</translation>
    </message>
    <message>
        <source>Default (128)</source>
        <translation>默认 (128)</translation>
    </message>
    <message>
        <source>Timeout in milliseconds</source>
        <translation>超时（毫秒）</translation>
    </message>
    <message>
        <source>Default (1000)</source>
        <translation>默认 (1000)</translation>
    </message>
    <message>
        <source>Ask a second replica after milliseconds</source>
        <translation>多少毫秒后询问第二个副本</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>CPUs each</source>
        <translation>每个 CPU 数</translation>
    </message>
    <message>
        <source>Memory each, MiB</source>
        <translation>每个内存，MiB</translation>
    </message>
    <message>
        <source>Rows per request</source>
        <translation>每请求行数</translation>
    </message>
    <message>
        <source>Timeout, ms</source>
        <translation>超时，ms</translation>
    </message>
    <message>
        <source>Hedge after, ms</source>
        <translation>对冲延时，ms</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>将创建的内容</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Follow stage %1 (now version %2)</source>
        <translation>跟随阶段 %1（当前版本 %2）</translation>
    </message>
    <message numerus="yes">
        <source>Nothing yet. Look at %n field(s) first.</source>
        <translation>
            <numerusform>暂无。请先检查 %n 个字段。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeploymentsPage</name>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Search deployments</source>
        <translation>搜索部署</translation>
    </message>
    <message>
        <source>Nothing is deployed</source>
        <translation>尚无部署</translation>
    </message>
    <message>
        <source>Deploy a registered model version to give it an endpoint.</source>
        <translation>部署一个已注册的模型版本，为其创建端点。</translation>
    </message>
    <message>
        <source>Deploy a version</source>
        <translation>部署版本</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Nothing can be deployed yet.</source>
        <translation>目前还没有可部署的内容。</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>部署...</translation>
    </message>
    <message>
        <source>Give a model version an endpoint</source>
        <translation>为模型版本创建端点</translation>
    </message>
    <message>
        <source>Scale...</source>
        <translation>扩缩容...</translation>
    </message>
    <message>
        <source>Change the number of replicas</source>
        <translation>更改副本数量</translation>
    </message>
    <message>
        <source>Restart...</source>
        <translation>重启...</translation>
    </message>
    <message>
        <source>Replace all replicas one by one</source>
        <translation>逐个替换所有副本</translation>
    </message>
    <message>
        <source>Roll Back...</source>
        <translation>回滚...</translation>
    </message>
    <message>
        <source>Serve the version before again</source>
        <translation>重新提供之前的版本</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>删除...</translation>
    </message>
    <message>
        <source>Drain and remove the endpoint</source>
        <translation>排空并移除端点</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Search replicas</source>
        <translation>搜索副本</translation>
    </message>
    <message>
        <source>No replica runs</source>
        <translation>没有运行的副本</translation>
    </message>
    <message>
        <source>The control plane starts one as soon as it can.</source>
        <translation>控制平面会尽快启动一个。</translation>
    </message>
    <message>
        <source>Select an endpoint first</source>
        <translation>请先选择端点</translation>
    </message>
    <message>
        <source>The model has no other version to go back to</source>
        <translation>该模型没有可回退的其他版本</translation>
    </message>
    <message>
        <source>Register a model version first</source>
        <translation>请先注册模型版本</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) ready</source>
        <translation>
            <numerusform>%1 / %n 个端点就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, nothing serves yet</source>
        <translation>%1，尚无服务</translation>
    </message>
    <message>
        <source>Serves %1@%2</source>
        <translation>提供 %1@%2</translation>
    </message>
    <message>
        <source>follows stage %1</source>
        <translation>跟随阶段 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) ready</source>
        <translation>
            <numerusform>%1 / %n 个副本就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>before: version %1</source>
        <translation>之前：版本 %1</translation>
    </message>
    <message>
        <source>last switch mixed versions for %1</source>
        <translation>上次切换时版本混用了 %1</translation>
    </message>
    <message>
        <source>Began at %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>Rollout of %1, took %2</source>
        <translation>%1 的发布，用时 %2</translation>
    </message>
    <message>
        <source>Rollout under way for %1</source>
        <translation>发布已进行 %1</translation>
    </message>
    <message>
        <source>The rollout failed in step &quot;%1&quot;</source>
        <translation>发布在步骤“%1”失败</translation>
    </message>
    <message>
        <source>%1
Version %2 keeps serving.</source>
        <translation>%1
版本 %2 继续提供服务。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>扩缩容</translation>
    </message>
    <message>
        <source>Replicas of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message numerus="yes">
        <source>Restart %n replica(s)?</source>
        <translation>
            <numerusform>重启 %n 个副本？</numerusform>
        </translation>
    </message>
    <message>
        <source>New replicas take over before the old ones drain; no request is lost.</source>
        <translation>新副本接管之后旧副本才排空；不会丢失请求。</translation>
    </message>
    <message>
        <source>Restart endpoint</source>
        <translation>重启端点</translation>
    </message>
    <message>
        <source>Delete endpoint %1?</source>
        <translation>删除端点 %1？</translation>
    </message>
    <message>
        <source>Delete endpoint</source>
        <translation>删除端点</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n replica(s)</source>
        <translation>
            <numerusform>%1，%n 个副本</numerusform>
        </translation>
    </message>
    <message>
        <source>They drain and stop. Nothing routes to this endpoint.</source>
        <translation>它们会排空并停止。没有流量路由到此端点。</translation>
    </message>
    <message>
        <source>These send items to it. Change their routing first, or the control plane will refuse.</source>
        <translation>以上对象向它发送条目。请先更改其路由，否则控制平面会拒绝。</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>The rollout is tried again</source>
        <translation>正在重试发布</translation>
    </message>
    <message>
        <source>No version has become ready yet</source>
        <translation>尚无版本就绪</translation>
    </message>
    <message>
        <source>Replicas are missing</source>
        <translation>缺少副本</translation>
    </message>
    <message>
        <source>Replicas crashed and are started again</source>
        <translation>副本崩溃，正在重新启动</translation>
    </message>
    <message>
        <source>It is being deleted</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>These send items to it; change their routing first: %1</source>
        <translation>以下对象正向它发送条目；请先更改其路由：%1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentDialog</name>
    <message>
        <source>New Experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Edit Experiment</source>
        <translation>编辑实验</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>It splits keys between arms. Traffic follows when it runs and a routing config names it.</source>
        <translation>它将键分配到各分组。实验运行且被路由配置引用后，流量才会随之变化。</translation>
    </message>
    <message>
        <source>The change is staged with a preview of the keys that move; nothing is live before you apply it.</source>
        <translation>更改会先暂存，并预览将移动的键；应用之前不会生效。</translation>
    </message>
    <message>
        <source>Start at once</source>
        <translation>立即启动</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create experiment</source>
        <translation>创建实验</translation>
    </message>
    <message>
        <source>Stage the change</source>
        <translation>暂存更改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Experiments of one layer never share a key</source>
        <translation>同一层的实验绝不共用键</translation>
    </message>
    <message>
        <source>a layer of its own</source>
        <translation>独立的层</translation>
    </message>
    <message>
        <source>Share of the layer in percent</source>
        <translation>占层的百分比</translation>
    </message>
    <message>
        <source>The part of the layer&apos;s keys that it takes</source>
        <translation>它在该层的键中所占的部分</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>覆盖率（百分比）</translation>
    </message>
    <message>
        <source>Share of its keys that take part; the others go to the default endpoint</source>
        <translation>参与实验的键的比例；其余进入默认端点</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>实验名称</translation>
    </message>
    <message>
        <source>Of the hash that chooses the arm; another seed shuffles the keys anew</source>
        <translation>用于选择分组的哈希；换种子会重新打散键</translation>
    </message>
    <message>
        <source>Share of the layer</source>
        <translation>层占比</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Equal shares</source>
        <translation>均分</translation>
    </message>
    <message>
        <source>Add arm</source>
        <translation>添加分组</translation>
    </message>
    <message>
        <source>Name of arm %1</source>
        <translation>分组 %1 的名称</translation>
    </message>
    <message>
        <source>Share of arm %1 in percent</source>
        <translation>分组 %1 的占比（百分比）</translation>
    </message>
    <message>
        <source>The others share the rest as they did</source>
        <translation>其余分组按原比例分享剩余部分</translation>
    </message>
    <message>
        <source>Remove arm %1</source>
        <translation>移除分组 %1</translation>
    </message>
    <message>
        <source>%1 of this layer is free</source>
        <translation>该层空闲 %1</translation>
    </message>
    <message>
        <source>It assigns keys at once; traffic changes where a routing config names it.</source>
        <translation>立即开始分配键；流量在路由配置引用它的地方变化。</translation>
    </message>
    <message>
        <source>As a draft it holds its share of the layer and assigns nothing.</source>
        <translation>作为草稿，它占用层的份额，但不分配键。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentsPage</name>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Next Ramp Step</source>
        <translation>下一步放量</translation>
    </message>
    <message>
        <source>Stage the next step of coverage: 5, 20, 50, 100 %</source>
        <translation>暂存下一级覆盖率：5、20、50、100 %</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>编辑...</translation>
    </message>
    <message>
        <source>Other weights or another coverage, staged</source>
        <translation>更改权重或覆盖率（暂存）</translation>
    </message>
    <message>
        <source>Stop...</source>
        <translation>停止...</translation>
    </message>
    <message>
        <source>End the experiment for good</source>
        <translation>永久结束实验</translation>
    </message>
    <message>
        <source>Start...</source>
        <translation>启动...</translation>
    </message>
    <message>
        <source>Let it assign keys</source>
        <translation>让它开始分配键</translation>
    </message>
    <message>
        <source>New Experiment...</source>
        <translation>新建实验...</translation>
    </message>
    <message>
        <source>Arms, layer and coverage of a new experiment</source>
        <translation>新实验的分组、层和覆盖率</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>搜索实验</translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation>尚无实验</translation>
    </message>
    <message>
        <source>An experiment splits traffic between the endpoints of a use case.</source>
        <translation>实验在用例的各端点之间拆分流量。</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Outcome metric</source>
        <translation>结果指标</translation>
    </message>
    <message>
        <source>The outcome that the arms are compared by</source>
        <translation>用于比较各分组的结果</translation>
    </message>
    <message>
        <source>Arms and their results</source>
        <translation>分组及其结果</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>放量</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stage a coverage of %1</source>
        <translation>暂存覆盖率 %1</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>更改正在进行</translation>
    </message>
    <message>
        <source>Compare two versions on live traffic: create an experiment, then name it in a routing config.</source>
        <translation>用真实流量比较两个版本：创建实验，然后在路由配置中引用它。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>未路由</translation>
    </message>
    <message>
        <source>use case %1</source>
        <translation>用例 %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>层 %1</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>覆盖率 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>Whether the keys fell to the arms as the weights say; below p = 0.001 the results are not to be trusted. %1</source>
        <translation>键是否按权重落入各分组；p 低于 0.001 时结果不可信。%1</translation>
    </message>
    <message>
        <source>%1, not routed</source>
        <translation>%1，未路由</translation>
    </message>
    <message>
        <source>%1, served by %2</source>
        <translation>%1，由 %2 提供</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed item(s)</source>
        <translation>
            <numerusform>%Ln 个失败条目</numerusform>
        </translation>
    </message>
    <message>
        <source>No outcome was reported yet</source>
        <translation>尚无结果上报</translation>
    </message>
    <message>
        <source>%1 of %2 item(s)</source>
        <translation>%1 / %2 个条目</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <translation>%1 [%2, %3]</translation>
    </message>
    <message>
        <source>%1, 95 % interval; p %2: %3</source>
        <translation>%1，95 % 区间；p %2：%3</translation>
    </message>
    <message>
        <source>the arms differ</source>
        <translation>各分组有差异</translation>
    </message>
    <message>
        <source>no difference is shown so far</source>
        <translation>目前未显示差异</translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>too few outcomes</source>
        <translation>结果太少</translation>
    </message>
    <message>
        <source>Everything is covered already</source>
        <translation>已全部覆盖</translation>
    </message>
    <message>
        <source>%1 of its keys take part now. A step is staged first; the map shows whom it moves.</source>
        <translation>目前有 %1 的键参与。每一步都会先暂存；桶图会显示移动了哪些键。</translation>
    </message>
    <message>
        <source>Start %1?</source>
        <translation>启动 %1？</translation>
    </message>
    <message>
        <source>Start experiment</source>
        <translation>启动实验</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>停止 %1？</translation>
    </message>
    <message>
        <source>Stop experiment</source>
        <translation>停止实验</translation>
    </message>
    <message>
        <source>Intended / actual</source>
        <translation>预期 / 实际</translation>
    </message>
    <message>
        <source>p50 / p99</source>
        <translation>p50 / p99</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Intended %1, actual %2</source>
        <translation>预期 %1，实际 %2</translation>
    </message>
    <message>
        <source>Of %1, over the last 15 minutes</source>
        <translation>%1，最近 15 分钟</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>%1 of the keys move</source>
        <translation>%1 的键移动</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 加入</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 离开</translation>
    </message>
    <message>
        <source>Staged: coverage %1 to %2; %3.</source>
        <translation>已暂存：覆盖率 %1 到 %2；%3。</translation>
    </message>
    <message>
        <source>nobody moves</source>
        <translation>无键移动</translation>
    </message>
    <message>
        <source>Difference over time</source>
        <translation>差异随时间变化</translation>
    </message>
    <message>
        <source>It begins with the first outcomes of both arms.</source>
        <translation>两个分组都有首批结果后开始。</translation>
    </message>
    <message>
        <source>%1, to the first arm, 95 % interval</source>
        <translation>%1，相对第一个分组，95 % 区间</translation>
    </message>
    <message>
        <source>Against the first arm</source>
        <translation>与第一臂之差</translation>
    </message>
</context>
<context>
    <name>aerie::pages::FaultRow</name>
    <message>
        <source>Strike</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Strike: %1</source>
        <translation>触发：%1</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>See the effect of &quot;%1&quot; on %2</source>
        <translation>在 %2 上查看“%1”的影响</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time: what was seen</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Host that is shown</source>
        <translation>显示的主机</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Ask for the hosts now</source>
        <translation>立即查询主机</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU 使用</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>内存使用</translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation>磁盘使用</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Processes of Aerie</source>
        <translation>Aerie 的进程</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Search processes</source>
        <translation>搜索进程</translation>
    </message>
    <message>
        <source>No process of Aerie runs here</source>
        <translation>此处没有运行 Aerie 进程</translation>
    </message>
    <message>
        <source>Workers appear when something is deployed to this host.</source>
        <translation>向此主机部署后，Worker 会出现在这里。</translation>
    </message>
    <message>
        <source>The hosts could not be read</source>
        <translation>无法读取主机</translation>
    </message>
    <message numerus="yes">
        <source>of %n core(s)</source>
        <translation>
            <numerusform>共 %n 核</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>runnable, mean of a minute</source>
        <translation>可运行，一分钟均值</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs %n program(s) of Aerie</source>
        <translation>
            <numerusform>%1 运行 %n 个 Aerie 程序</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::InspectorPanel</name>
    <message>
        <source>Keys to inspect</source>
        <translation>要检查的键</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>All steps of all keys, with a header line</source>
        <translation>所有键的所有步骤，含标题行</translation>
    </message>
    <message>
        <source>Inspected keys</source>
        <translation>已检查的键</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>搜索键</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>尚无键</translation>
    </message>
    <message>
        <source>Type or paste keys on the left: one in each line.</source>
        <translation>在左侧输入或粘贴键：每行一个。</translation>
    </message>
    <message>
        <source>f1
f2</source>
        <translation>f1
f2</translation>
    </message>
    <message>
        <source>Layer %1: bucket %2</source>
        <translation>层 %1：桶 %2</translation>
    </message>
    <message>
        <source>fnv1a(&quot;%1&quot;) = %2, fnv1a of that = %3, mod 10,000 = bucket %4; layer bucket %5</source>
        <extracomment>the steps of the hash: %1 what is hashed, %2 and %3 numbers, %4 and %5 buckets</extracomment>
        <translation>fnv1a(&quot;%1&quot;) = %2，其 fnv1a = %3，mod 10,000 = 桶 %4；层桶 %5</translation>
    </message>
</context>
<context>
    <name>aerie::pages::KeyEditor</name>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation>搜索命令或快捷键</translation>
    </message>
    <message>
        <source>No command</source>
        <translation>没有命令</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>选择命令</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation>新快捷键：请按下</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>%1 runs &quot;%2&quot; already: choose other keys, or take them from that command first.</source>
        <translation>%1 已用于“%2”：请换其他快捷键，或先从该命令中移除。</translation>
    </message>
    <message>
        <source>every page</source>
        <translation>所有页面</translation>
    </message>
</context>
<context>
    <name>aerie::pages::MonitoringPage</name>
    <message>
        <source>Monitoring</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>Pause or Go Live</source>
        <translation>暂停或实时</translation>
    </message>
    <message>
        <source>Hold the charts still, or follow the clock again</source>
        <translation>定住图表，或重新跟随时钟</translation>
    </message>
    <message>
        <source>Show All Endpoints</source>
        <translation>显示所有端点</translation>
    </message>
    <message>
        <source>Clear the filters of the charts</source>
        <translation>清除图表筛选</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>What a line stands for</source>
        <translation>每条线代表什么</translation>
    </message>
    <message>
        <source>One line per endpoint</source>
        <translation>每端点一条线</translation>
    </message>
    <message>
        <source>One line per replica</source>
        <translation>每副本一条线</translation>
    </message>
    <message>
        <source>All in one line</source>
        <translation>合为一条线</translation>
    </message>
    <message>
        <source>Shown lines</source>
        <translation>显示的线</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Scores by arm</source>
        <translation>各分组的分数</translation>
    </message>
    <message>
        <source>All use cases</source>
        <translation>所有用例</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>所有端点</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>所有副本</translation>
    </message>
    <message>
        <source>Choose an endpoint first</source>
        <translation>请先选择端点</translation>
    </message>
    <message numerus="yes">
        <source>%n more; choose one to see it</source>
        <translation>
            <numerusform>还有 %n 个；选择一个以查看</numerusform>
        </translation>
    </message>
    <message>
        <source>No scores in this time</source>
        <translation>此时段没有分数</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>The history is on its way.</source>
        <translation>历史数据即将到来。</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>未收到历史数据</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>尚无测量数据</translation>
    </message>
    <message>
        <source>The control plane measures its proxies and workers every few seconds. Deploy a version and send it traffic.</source>
        <translation>控制平面每隔几秒测量其代理和 Worker。请部署一个版本并发送流量。</translation>
    </message>
    <message>
        <source>Go to deployments</source>
        <translation>转到部署</translation>
    </message>
    <message>
        <source>Nothing of this was measured in this time</source>
        <translation>此时段没有相关测量</translation>
    </message>
    <message>
        <source>Other endpoints, or another time, may have data.</source>
        <translation>其他端点或其他时段可能有数据。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>aerie::pages::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Put the cursor into the list of alerts</source>
        <translation>将光标移到告警列表</translation>
    </message>
    <message>
        <source>Go to the Topology</source>
        <translation>转到拓扑</translation>
    </message>
    <message>
        <source>Walk over it with the arrow keys; Enter opens what is chosen</source>
        <translation>用方向键浏览；Enter 打开所选项</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Items answered per second; opens Monitoring</source>
        <translation>每秒应答的条目数；打开监控</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>延迟 p99</translation>
    </message>
    <message>
        <source>99 of 100 requests are answered faster; of the slowest use case. Opens Monitoring</source>
        <translation>100 个请求中有 99 个更快得到应答；取最慢的用例。打开监控</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>失败条目</translation>
    </message>
    <message>
        <source>Share of the last seconds; opens Monitoring</source>
        <translation>最近几秒的占比；打开监控</translation>
    </message>
    <message>
        <source>Workers ready</source>
        <translation>就绪 Worker</translation>
    </message>
    <message>
        <source>Ready replicas of those wanted; opens Deployments</source>
        <translation>就绪副本数与期望数；打开部署</translation>
    </message>
    <message>
        <source>Alerts and unhealthy parts; goes to the list</source>
        <translation>告警和不健康的部分；转到列表</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>width: items per second, colour and sign: health</source>
        <translation>宽度：每秒条目数；颜色和标记：健康</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>最近更改</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>尚无任何更改</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>The first state of the system is on its way.</source>
        <translation>系统的首个状态即将到来。</translation>
    </message>
    <message>
        <source>Nothing is here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>Register a model, deploy one of its versions, and route a use case to it: then this page shows how they are.</source>
        <translation>注册模型、部署其某个版本并将用例路由到它：之后此页会显示它们的状况。</translation>
    </message>
    <message>
        <source>Go to the registry</source>
        <translation>转到注册表</translation>
    </message>
    <message>
        <source>Alerts and history are not up to date</source>
        <translation>告警和历史不是最新</translation>
    </message>
    <message>
        <source>steady over 15 min</source>
        <translation>15 分钟内平稳</translation>
    </message>
    <message>
        <source>%1 % in 15 min</source>
        <translation>15 min 内 %1 %</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation>特征存储</translation>
    </message>
    <message>
        <source>Go to Alerts</source>
        <translation>转到告警</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Alerts, by urgency</source>
        <translation>告警，按紧急程度</translation>
    </message>
    <message>
        <source>No alert</source>
        <translation>无告警</translation>
    </message>
    <message>
        <source>Nothing fires and every part is healthy.</source>
        <translation>没有告警触发，所有部分都健康。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ProfileDialog</name>
    <message>
        <source>Add a control plane</source>
        <translation>添加控制平面</translation>
    </message>
    <message>
        <source>Edit &quot;%1&quot;</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Berlin production</source>
        <translation>上海生产</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>ml.example.org:7700 or unix:/path</source>
        <translation>ml.example.org:7700 或 unix:/path</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Local or test</source>
        <translation>本地或测试</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Production: asks before every change</source>
        <translation>生产：每次更改前询问</translation>
    </message>
    <message>
        <source>Colour of the strip</source>
        <translation>色带颜色</translation>
    </message>
    <message>
        <source>That of its kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation>颁发机构 (CA)</translation>
    </message>
    <message>
        <source>PEM file; needed for other machines</source>
        <translation>PEM 文件；连接其他机器时需要</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>自有证书</translation>
    </message>
    <message>
        <source>PEM file; for mutual TLS</source>
        <translation>PEM 文件；用于双向 TLS</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>自有私钥</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM 文件</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>令牌文件</translation>
    </message>
    <message>
        <source>one line, readable by you only (0600)</source>
        <translation>一行，仅您可读 (0600)</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <extracomment>%1 is what the file holds, such as &quot;Own key&quot;</extracomment>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>训练守护进程</translation>
    </message>
    <message>
        <source>As the control plane says</source>
        <translation>按控制平面所述</translation>
    </message>
    <message>
        <source>host:port or unix:/path; only where it is reached another way than the control plane says</source>
        <translation>host:port 或 unix:/path；仅当访问方式与控制平面所述不同时填写</translation>
    </message>
</context>
<context>
    <name>aerie::pages::PromoteDialog</name>
    <message>
        <source>Promote</source>
        <translation>晋升</translation>
    </message>
    <message>
        <source>Promote %1@%2</source>
        <translation>晋升 %1@%2</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It is %1 already.</source>
        <translation>它已经是 %1。</translation>
    </message>
    <message>
        <source>%1 moves from version %2 to version %3.</source>
        <translation>%1 从版本 %2 移到版本 %3。</translation>
    </message>
    <message>
        <source>No deployment follows this stage, so nothing is relaunched.</source>
        <translation>没有部署跟随此阶段，因此不会重新启动任何内容。</translation>
    </message>
    <message>
        <source>Relaunched without losing a request: %1.</source>
        <translation>将在不丢失请求的情况下重新启动：%1。</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <translation>晋升到 %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegisterDialog</name>
    <message>
        <source>Register bundles</source>
        <translation>注册模型包</translation>
    </message>
    <message>
        <source>Every file is checked here before it is sent. The registry checks it again, and that it trusts the signer.</source>
        <translation>每个文件在发送前都会在此检查。注册表会再次检查，并确认信任签名者。</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>模型包</translation>
    </message>
    <message>
        <source>Drop .aerie files here, or add them with the button below.</source>
        <translation>将 .aerie 文件拖到此处，或用下方按钮添加。</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Add Files...</source>
        <translation>添加文件...</translation>
    </message>
    <message>
        <source>Drop to check</source>
        <translation>放开以检查</translation>
    </message>
    <message>
        <source>Add bundles</source>
        <translation>添加模型包</translation>
    </message>
    <message>
        <source>Aerie bundles (*.aerie);;All files (*)</source>
        <translation>Aerie 模型包 (*.aerie);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n being checked</source>
        <translation>
            <numerusform>%n 个检查中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n 个发送中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation>
            <numerusform>%n 个有问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n bundle(s)</source>
        <translation>
            <numerusform>注册 %n 个模型包</numerusform>
        </translation>
    </message>
    <message>
        <source>Send what has passed its checks (Return)</source>
        <translation>发送已通过检查的文件 (Return)</translation>
    </message>
    <message>
        <source>No file has passed its checks</source>
        <translation>没有文件通过检查</translation>
    </message>
    <message>
        <source>What is being sent goes on (Esc)</source>
        <translation>正在发送的会继续 (Esc)</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistrationRow</name>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Take the file out of the list</source>
        <translation>将文件移出列表</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>%1, numbered by the registry</source>
        <translation>%1，由注册表编号</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>由 %1 签名</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>noun: the file</comment>
        <translation>归档包</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistryPage</name>
    <message>
        <source>Registry</source>
        <translation>注册表</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>已复制%1</translation>
    </message>
    <message>
        <source>Drop to check and register</source>
        <translation>放开以检查并注册</translation>
    </message>
    <message>
        <source>Register...</source>
        <translation>注册...</translation>
    </message>
    <message>
        <source>Upload a bundle as a new model version</source>
        <translation>上传模型包作为新的模型版本</translation>
    </message>
    <message>
        <source>Promote...</source>
        <translation>晋升...</translation>
    </message>
    <message>
        <source>Move a stage to the selected version</source>
        <translation>将阶段移到所选版本</translation>
    </message>
    <message>
        <source>Compare...</source>
        <translation>比较...</translation>
    </message>
    <message>
        <source>Two versions side by side: metrics, self-test, configs</source>
        <translation>并排比较两个版本：指标、自检、配置</translation>
    </message>
    <message>
        <source>Edit Configs...</source>
        <translation>编辑配置...</translation>
    </message>
    <message>
        <source>Feature locations and preprocessing, with their graph</source>
        <translation>特征位置和预处理，及其图</translation>
    </message>
    <message>
        <source>Copy Digest</source>
        <translation>复制摘要</translation>
    </message>
    <message>
        <source>Put the digest of the selected version on the clipboard</source>
        <translation>将所选版本的摘要复制到剪贴板</translation>
    </message>
    <message>
        <source>Download...</source>
        <translation>下载...</translation>
    </message>
    <message>
        <source>Save the selected version&apos;s bundle</source>
        <translation>保存所选版本的模型包</translation>
    </message>
    <message>
        <source>Archive...</source>
        <translation>归档...</translation>
    </message>
    <message>
        <source>Take the selected version out of use, or back</source>
        <translation>停用所选版本，或恢复使用</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>Register a bundle: drop a .aerie file here or choose one.</source>
        <translation>注册模型包：将 .aerie 文件拖到此处或选择一个。</translation>
    </message>
    <message>
        <source>Register a bundle</source>
        <translation>注册模型包</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Search versions</source>
        <translation>搜索版本</translation>
    </message>
    <message>
        <source>No version</source>
        <translation>没有版本</translation>
    </message>
    <message>
        <source>Choose a model on the left.</source>
        <translation>在左侧选择一个模型。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n 个版本</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a version first</source>
        <translation>请先选择版本</translation>
    </message>
    <message>
        <source>An archived version cannot be promoted; restore it first</source>
        <translation>已归档的版本不能晋升；请先恢复</translation>
    </message>
    <message>
        <source>The configs are being loaded</source>
        <translation>正在加载配置</translation>
    </message>
    <message>
        <source>The model has one version only</source>
        <translation>该模型只有一个版本</translation>
    </message>
    <message>
        <source>Select a model first</source>
        <translation>请先选择模型</translation>
    </message>
    <message>
        <source>A version that holds a stage cannot be archived; promote another one first</source>
        <translation>占有阶段的版本不能归档；请先晋升另一版本</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Aerie bundles (*%1)</source>
        <translation>Aerie 模型包 (*%1)</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>Digest of %1 copied</source>
        <translation>已复制 %1 的摘要</translation>
    </message>
    <message>
        <source>Archive this version?</source>
        <translation>归档此版本？</translation>
    </message>
    <message>
        <source>It cannot be deployed or promoted any more. It stays in the registry and can be restored.</source>
        <translation>它将不能再部署或晋升。它会保留在注册表中，可以恢复。</translation>
    </message>
    <message>
        <source>Archive version</source>
        <translation>归档版本</translation>
    </message>
    <message>
        <source>Save bundle</source>
        <translation>保存模型包</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>部署...</translation>
    </message>
    <message>
        <source>Give the selected version an endpoint</source>
        <translation>为所选版本创建端点</translation>
    </message>
    <message>
        <source>More actions of the version</source>
        <translation>版本的更多操作</translation>
    </message>
    <message>
        <source>An archived version cannot be deployed; restore it first</source>
        <translation>已归档的版本不能部署；请先恢复</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RollbackDialog</name>
    <message>
        <source>Roll back %1</source>
        <translation>回滚 %1</translation>
    </message>
    <message>
        <source>Version to go back to</source>
        <translation>要回退到的版本</translation>
    </message>
    <message>
        <source>Go back to</source>
        <translation>回退到</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Version %1 serves.</source>
        <translation>版本 %1 正在服务。</translation>
    </message>
    <message>
        <source>Version %1 starts, takes the traffic when it is ready, and version %2 drains. No request is lost.</source>
        <translation>版本 %1 启动，就绪后接管流量，版本 %2 排空。不会丢失请求。</translation>
    </message>
    <message>
        <source>The stage %1 moves to version %2, too, and every deployment that follows it.</source>
        <translation>阶段 %1 以及跟随它的所有部署也会移到版本 %2。</translation>
    </message>
    <message>
        <source>Served with it: %1.</source>
        <translation>一同提供服务：%1。</translation>
    </message>
    <message>
        <source>Roll back to version %1</source>
        <translation>回滚到版本 %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RouteDialog</name>
    <message>
        <source>Route a Use Case</source>
        <translation>路由用例</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>路由用例</translation>
    </message>
    <message>
        <source>Applications ask for the use case by its name. All of its items go to this endpoint until you add experiments.</source>
        <translation>应用按名称请求用例。在您添加实验之前，其所有条目都进入此端点。</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>默认端点</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Route use case</source>
        <translation>路由用例</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingConfigForm</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>默认端点</translation>
    </message>
    <message>
        <source>Serves the items that no experiment takes</source>
        <translation>处理没有实验接收的条目</translation>
    </message>
    <message>
        <source>When a worker fails</source>
        <translation>Worker 失败时</translation>
    </message>
    <message>
        <source>fail its rows</source>
        <translation>其行失败</translation>
    </message>
    <message>
        <source>An item goes to the first experiment that takes it</source>
        <translation>条目进入第一个接收它的实验</translation>
    </message>
    <message>
        <source>Splitting key of %1</source>
        <translation>%1 的分流键</translation>
    </message>
    <message>
        <source>The column whose value is hashed</source>
        <translation>对其值做哈希的列</translation>
    </message>
    <message>
        <source>Splitting key</source>
        <translation>分流键</translation>
    </message>
    <message>
        <source>Endpoint of arm %1 of %2</source>
        <translation>%2 的分组 %1 的端点</translation>
    </message>
    <message>
        <source>Shadow endpoint</source>
        <translation>影子端点</translation>
    </message>
    <message>
        <source>Sample in percent</source>
        <translation>采样百分比</translation>
    </message>
    <message>
        <source>Share of the requests that are copied to it; its answers are thrown away</source>
        <translation>复制到它的请求比例；其应答会被丢弃</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>the shadow</source>
        <translation>影子</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>影子</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Experiment to add</source>
        <translation>要添加的实验</translation>
    </message>
    <message>
        <source>Add experiment</source>
        <translation>添加实验</translation>
    </message>
    <message>
        <source>Route the chosen experiment; all its arms begin at the default endpoint</source>
        <translation>路由所选实验；其所有分组初始都指向默认端点</translation>
    </message>
    <message>
        <source>Every experiment is routed here already; create one on the Experiments page</source>
        <translation>所有实验都已在此路由；请在“实验”页创建</translation>
    </message>
    <message>
        <source>Add shadow</source>
        <translation>添加影子</translation>
    </message>
    <message>
        <source>Copy a share of the requests to another endpoint, without using its answers</source>
        <translation>将一部分请求复制到另一端点，不使用其应答</translation>
    </message>
    <message>
        <source>use the default endpoint</source>
        <translation>使用默认端点</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) copied as CSV.</source>
        <translation>
            <numerusform>已将 %n 个键复制为 CSV。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage This Revision</source>
        <translation>暂存此修订</translation>
    </message>
    <message>
        <source>Stage the config of the chosen revision; it becomes live when you apply it</source>
        <translation>暂存所选修订的配置；应用后生效</translation>
    </message>
    <message>
        <source>Inspect Keys</source>
        <translation>检查键</translation>
    </message>
    <message>
        <source>Type or paste keys to see where they go and why</source>
        <translation>输入或粘贴键，查看其去向和原因</translation>
    </message>
    <message>
        <source>Edit the Config</source>
        <translation>编辑配置</translation>
    </message>
    <message>
        <source>Default endpoint, arms, shadows, worker failure</source>
        <translation>默认端点、分组、影子、Worker 失败</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>The use case that is shown</source>
        <translation>显示的用例</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>延迟 p99</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>未覆盖</translation>
    </message>
    <message>
        <source>Items that no experiment took; they go to the default endpoint</source>
        <translation>没有实验接收的条目；它们进入默认端点</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>失败条目</translation>
    </message>
    <message>
        <source>Live flow</source>
        <translation>实时流</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Shares of the arms</source>
        <translation>各分组占比</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Intended</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>没有历史</translation>
    </message>
    <message>
        <source>Applied configs are listed here.</source>
        <translation>已应用的配置列在这里。</translation>
    </message>
    <message>
        <source>The config is being checked</source>
        <translation>正在检查配置</translation>
    </message>
    <message>
        <source>The config is refused: %1</source>
        <translation>配置被拒绝：%1</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>No use case is routed</source>
        <translation>没有已路由的用例</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 请求/s</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 without key</source>
        <translation>%1 无键</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>无实验</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>未收到历史数据</translation>
    </message>
    <message>
        <source>This revision runs</source>
        <translation>此修订正在运行</translation>
    </message>
    <message>
        <source>Choose a revision of the history</source>
        <translation>选择历史中的一个修订</translation>
    </message>
    <message>
        <source>Revision %1 is staged; nothing is live before you apply it.</source>
        <translation>修订 %1 已暂存；应用之前不会生效。</translation>
    </message>
    <message>
        <source>Revision %1 is what runs; there is nothing to stage.</source>
        <translation>修订 %1 正在运行；没有可暂存的内容。</translation>
    </message>
    <message>
        <source>Route a Use Case...</source>
        <translation>路由用例...</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case that has no routing yet</source>
        <translation>指定由哪个端点处理尚无路由的用例</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case; experiments come later.</source>
        <translation>指定由哪个端点处理用例；实验可以之后再加。</translation>
    </message>
    <message>
        <source>Routing sends a use case&apos;s items to endpoints. Deploy a model first, on the Deployments page.</source>
        <translation>路由将用例的条目发送到端点。请先在“部署”页部署模型。</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>路由用例</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Every change counts at once</source>
        <translation>所有更改立即生效</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Reduce motion: nothing slides or spins</source>
        <translation>减少动效：没有滑动或旋转</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Ask before ordinary changes, such as a restart</source>
        <translation>普通更改（如重启）前询问</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>What destroys something, and every change in production, is asked always.</source>
        <translation>破坏性操作以及生产环境中的每次更改始终会询问。</translation>
    </message>
    <message>
        <source>Start the local simulation with the window</source>
        <translation>随窗口启动本地模拟</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Lines that the log keeps</source>
        <translation>日志保留的行数</translation>
    </message>
    <message>
        <source>Lines in the log</source>
        <translation>日志行数</translation>
    </message>
    <message>
        <source>What this desktop can show and control</source>
        <translation>此桌面可显示和控制的对象</translation>
    </message>
    <message>
        <source>Add a control plane...</source>
        <translation>添加控制平面...</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>编辑...</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>移除...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Tokens are read from files that only you can read, and are never shown or stored. Removing a context forgets how to reach it; nothing happens to the control plane.</source>
        <translation>令牌从仅您可读的文件中读取，绝不显示或存储。移除上下文只会忘记连接方式；控制平面不受影响。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1（已打开）</translation>
    </message>
    <message>
        <source>Remove the context &quot;%1&quot;?</source>
        <translation>移除上下文“%1”？</translation>
    </message>
    <message>
        <source>This desktop forgets how to reach it. Nothing happens to the control plane.</source>
        <translation>此桌面会忘记连接方式。控制平面不受影响。</translation>
    </message>
    <message>
        <source>Remove context</source>
        <translation>移除上下文</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SimulationPage</name>
    <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>Stop Traffic</source>
        <translation>停止流量</translation>
    </message>
    <message>
        <source>Stop or start the simulation&apos;s requests</source>
        <translation>停止或启动模拟的请求</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>已发请求</translation>
    </message>
    <message>
        <source>Requests failed</source>
        <translation>失败请求</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>延迟 p99</translation>
    </message>
    <message>
        <source>Labels joined</source>
        <translation>已关联标签</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>Speed of the world</source>
        <translation>世界速度</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>1 hour per minute</source>
        <translation>每分钟 1 小时</translation>
    </message>
    <message>
        <source>6 hours per minute</source>
        <translation>每分钟 6 小时</translation>
    </message>
    <message>
        <source>1 day per minute</source>
        <translation>每分钟 1 天</translation>
    </message>
    <message>
        <source>3 days per minute</source>
        <translation>每分钟 3 天</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>What came true</source>
        <translation>实际情况</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>延误</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>对数损失</translation>
    </message>
    <message>
        <source>Flights land after they were predicted; each label is joined when it is known and reported as an outcome of the experiment.</source>
        <translation>航班在预测之后才降落；每个标签在得知后关联，并作为实验的结果上报。</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Each is seen on another page</source>
        <translation>每个都可在其他页面看到</translation>
    </message>
    <message>
        <source>No simulation runs</source>
        <translation>没有运行模拟</translation>
    </message>
    <message>
        <source>The local simulation runs real daemons on this machine with real flights of 2001. It takes a few seconds to start and touches nothing else.</source>
        <translation>本地模拟在此机器上用 2001 年的真实航班运行真实的守护进程。启动需要几秒，不影响其他任何内容。</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>启动本地模拟</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>正在启动本地模拟</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>本地模拟未启动</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>This window shows %1</source>
        <translation>此窗口显示 %1</translation>
    </message>
    <message>
        <source>The simulator turns the local simulation only, which runs beside it.</source>
        <translation>模拟器只控制与之并行运行的本地模拟。</translation>
    </message>
    <message>
        <source>Switch to the simulation</source>
        <translation>切换到模拟</translation>
    </message>
    <message>
        <source>Asking the simulation</source>
        <translation>正在查询模拟</translation>
    </message>
    <message>
        <source>The simulation does not answer.</source>
        <translation>模拟没有应答。</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Start the local simulation first</source>
        <translation>请先启动本地模拟</translation>
    </message>
    <message>
        <source>Start Traffic</source>
        <translation>启动流量</translation>
    </message>
    <message>
        <source>%1 - traffic is stopped and the world stands still</source>
        <translation>%1 - 流量已停止，世界静止</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>%1 times real time</source>
        <translation>实时的 %1 倍</translation>
    </message>
    <message>
        <source>Now: %1 /s.</source>
        <translation>当前：%1 /s。</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 等待中</translation>
    </message>
    <message>
        <source>Sides of the simulator</source>
        <translation>模拟器的两面</translation>
    </message>
    <message>
        <source>Live simulation</source>
        <translation>实时模拟</translation>
    </message>
    <message>
        <source>Cluster what-if</source>
        <translation>集群假设分析</translation>
    </message>
    <message>
        <source>Real daemons with simulated traffic</source>
        <translation>真实守护进程，模拟流量</translation>
    </message>
    <message>
        <source>What a training job would take on other clusters</source>
        <translation>训练作业在其他集群上的开销</translation>
    </message>
    <message>
        <source>Cluster What-If</source>
        <translation>集群假设分析</translation>
    </message>
    <message>
        <source>Clusters and their work, calculated on this machine</source>
        <translation>在本机计算集群及其工作</translation>
    </message>
    <message>
        <source>The traffic of %1 is not started by this window</source>
        <translation>%1 的流量不是由此窗口启动的</translation>
    </message>
    <message>
        <source>Its rate and its faults are set where it was started. This page turns the local simulation: real daemons on this machine with real flights of 2001. It takes a few seconds to start, runs beside %1 and touches nothing of it.</source>
        <translation>其速率和故障在启动它的地方设置。此页面控制的是本地模拟：本机上的真实守护进程与 2001 年的真实航班。启动只需几秒，与 %1 并行运行，不会影响它。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SplitPanel</name>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>The experiment whose split is shown</source>
        <translation>显示其拆分的实验</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>覆盖率（百分比）</translation>
    </message>
    <message>
        <source>Share of the keys that take part in the experiment</source>
        <translation>参与实验的键的比例</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>No experiment: every item goes to the default endpoint.</source>
        <translation>无实验：所有条目进入默认端点。</translation>
    </message>
    <message>
        <source>Somebody changed this experiment meanwhile: discard your change or stage it again.</source>
        <translation>期间有人更改了此实验：请放弃您的更改或重新暂存。</translation>
    </message>
    <message>
        <source>Stopped: every item goes to the default endpoint.</source>
        <translation>已停止：所有条目进入默认端点。</translation>
    </message>
    <message>
        <source>Runs as shown. Move a border to see which keys would move.</source>
        <translation>按所示运行。移动边界可查看哪些键会移动。</translation>
    </message>
    <message>
        <source>%1 of the keys would move</source>
        <translation>%1 的键将移动</translation>
    </message>
    <message>
        <source>%1 would leave</source>
        <translation>%1 将离开</translation>
    </message>
    <message>
        <source>%1 would join</source>
        <translation>%1 将加入</translation>
    </message>
    <message>
        <source>Staged: %1. Nothing is live yet.</source>
        <translation>已暂存：%1。尚未生效。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::StagedSheet</name>
    <message>
        <source>No key that takes part changes its arm.</source>
        <translation>参与的键都不会改变分组。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of 10,000 buckets move: %1 of the keys get another arm.</source>
        <translation>
            <numerusform>10,000 个桶中有 %Ln 个移动：%1 的键换到其他分组。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) join.</source>
        <translation>
            <numerusform>%Ln 个桶加入。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent one after the other; a refusal stops there. Live traffic follows within a second.</source>
        <translation>更改逐个发送；遇到拒绝即停止。实时流量在一秒内随之变化。</translation>
    </message>
    <message>
        <source>This is production: type %1 to confirm</source>
        <translation>这是生产环境：输入 %1 以确认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard this</source>
        <translation>放弃此项</translation>
    </message>
    <message>
        <source>Discard: %1</source>
        <translation>放弃：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Somebody changed this since you staged it; it would be refused.</source>
        <translation>您暂存之后有人更改了它；将被拒绝。</translation>
    </message>
    <message>
        <source>Stage it on the new state</source>
        <translation>在新状态上暂存</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n staged change(s)?</source>
        <translation>
            <numerusform>应用 %n 项暂存的更改？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>应用 %n 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Something was changed meanwhile: discard it or stage it again</source>
        <translation>期间有内容被更改：请放弃或重新暂存</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>暂存的更改</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SubmitJobDialog</name>
    <message>
        <source>Submit a training job</source>
        <translation>提交训练作业</translation>
    </message>
    <message>
        <source>A cluster of its own is made for it and goes away when the work is done. Nothing is started before you submit.</source>
        <translation>会为其创建专用集群，工作完成后集群即释放。提交之前不会启动任何东西。</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Choose File...</source>
        <translation>选择文件...</translation>
    </message>
    <message>
        <source>Open a job file; it may also be dropped here</source>
        <translation>打开作业文件；也可拖放到此处</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>松开以打开</translation>
    </message>
    <message>
        <source>Job file</source>
        <translation>作业文件</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Folder of its files</source>
        <translation>文件所在文件夹</translation>
    </message>
    <message>
        <source>needed only when the job names lists, requirements or a working directory</source>
        <translation>仅当作业指定了列表、依赖或工作目录时需要</translation>
    </message>
    <message>
        <source>Lists, requirements and the working directory are looked for here</source>
        <translation>在此查找列表、依赖和工作目录</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Choose the folder of its files</source>
        <translation>选择文件所在文件夹</translation>
    </message>
    <message>
        <source>%1, a copy of job %2</source>
        <translation>%1，作业 %2 的副本</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>无计划</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>请先查看</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Make its cluster and start</source>
        <translation>创建集群并启动</translation>
    </message>
    <message>
        <source>What the daemon would do stands here as soon as the file has no problem.</source>
        <translation>文件没有问题后，此处会显示守护进程将执行的操作。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, detail</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>打开作业文件</translation>
    </message>
    <message>
        <source>Job files (*.yaml *.yml);;All files (*)</source>
        <translation>作业文件 (*.yaml *.yml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Folder of the job&apos;s files</source>
        <translation>作业文件所在文件夹</translation>
    </message>
    <message>
        <source>Close without submitting?</source>
        <translation>不提交就关闭？</translation>
    </message>
    <message>
        <source>Your edits of the job file are kept nowhere else.</source>
        <translation>您对作业文件的编辑未保存在其他地方。</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>放弃编辑并关闭</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Cancel upload</source>
        <translation>取消上传</translation>
    </message>
    <message>
        <source>Stop sending; nothing is submitted</source>
        <translation>停止发送；不会提交任何内容</translation>
    </message>
    <message>
        <source>The working directory is being packed</source>
        <translation>正在打包工作目录</translation>
    </message>
    <message>
        <source>%1 of %2 of the working directory were sent</source>
        <translation>工作目录已发送 %1，共 %2</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrafficPage</name>
    <message>
        <source>Apply...</source>
        <translation>应用...</translation>
    </message>
    <message>
        <source>Review the staged changes and make them live</source>
        <translation>检查暂存的更改并使其生效</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Forget all staged changes</source>
        <translation>丢弃所有暂存的更改</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last edit, or stage the way back from what was applied</source>
        <translation>撤回上次编辑，或暂存对已应用更改的还原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>重新执行被撤回的编辑</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>暂存的更改</translation>
    </message>
    <message>
        <source>The changes are being applied</source>
        <translation>正在应用更改</translation>
    </message>
    <message>
        <source>Nothing is staged</source>
        <translation>没有暂存内容</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>没有可撤回的内容</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>没有被撤回的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n staged change(s)</source>
        <translation>
            <numerusform>%n 项暂存的更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>应用中</translation>
    </message>
    <message>
        <source>: %1 of the keys move</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that move</extracomment>
        <translation>：%1 的键移动</translation>
    </message>
    <message>
        <source> (changed by somebody else meanwhile)</source>
        <translation> （期间被他人更改）</translation>
    </message>
    <message>
        <source>Undo stages the way back from what was applied.</source>
        <translation>撤销会暂存对已应用更改的还原。</translation>
    </message>
    <message>
        <source>: %1 of the keys join</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that begin to take part</extracomment>
        <translation>：%1 的键加入</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingClusterPanel</name>
    <message>
        <source>Hosts now</source>
        <translation>当前主机</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Search hosts</source>
        <translation>搜索主机</translation>
    </message>
    <message>
        <source>No host</source>
        <translation>无主机</translation>
    </message>
    <message>
        <source>The cluster has none yet, or has given them back.</source>
        <translation>集群尚无主机，或已归还主机。</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) with %1</source>
        <extracomment>hosts and their CPUs together</extracomment>
        <translation>
            <numerusform>%n 台主机，各 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个作业</numerusform>
        </translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>创建于 %1</translation>
    </message>
    <message>
        <source>gone since %1</source>
        <translation>释放于 %1</translation>
    </message>
    <message>
        <source>goes away in %1</source>
        <translation>%1 后释放</translation>
    </message>
    <message>
        <source>goes away now</source>
        <translation>现在释放</translation>
    </message>
    <message>
        <source>goes away after %1 without work</source>
        <translation>空闲 %1 后释放</translation>
    </message>
    <message>
        <source>limits are enforced by %1</source>
        <translation>限制由 %1 强制执行</translation>
    </message>
    <message>
        <source>cost %1 at %2 for a host&apos;s hour</source>
        <translation>费用 %1，每主机小时 %2</translation>
    </message>
    <message>
        <source>The cluster failed</source>
        <translation>集群失败</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingJobPanel</name>
    <message>
        <source>Views of the job</source>
        <translation>作业视图</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>利用率</translation>
    </message>
    <message>
        <source>Tasks and logs</source>
        <translation>任务与日志</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>The run to compare with</source>
        <translation>要比较的运行</translation>
    </message>
    <message>
        <source>No other run</source>
        <translation>无其他运行</translation>
    </message>
    <message>
        <source>The other run: its curves begin at the same time 0</source>
        <translation>另一次运行：其曲线从同一时间 0 开始</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>作业 %1</translation>
    </message>
    <message>
        <source>submitted %1</source>
        <translation>提交于 %1</translation>
    </message>
    <message>
        <source>submitted %1 by %2</source>
        <translation>提交于 %1，提交者 %2</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>优先级 %1</translation>
    </message>
    <message>
        <source>will publish %1</source>
        <translation>将发布 %1</translation>
    </message>
    <message>
        <source>Published as %1; show it in the registry</source>
        <translation>已发布为 %1；在注册表中显示</translation>
    </message>
    <message>
        <source>Published; show it in the registry</source>
        <translation>已发布；在注册表中显示</translation>
    </message>
    <message>
        <source>Published with stage %1; show it in the registry</source>
        <translation>已发布到阶段 %1；在注册表中显示</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Show cluster %1</source>
        <translation>显示集群 %1</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>作业失败</translation>
    </message>
    <message>
        <source>Nothing was published</source>
        <translation>未发布任何内容</translation>
    </message>
    <message>
        <source>Nothing of the job runs</source>
        <translation>作业没有任何任务在运行</translation>
    </message>
    <message>
        <source>No task has started yet</source>
        <translation>尚无任务启动</translation>
    </message>
    <message>
        <source>There is no other run</source>
        <translation>没有其他运行</translation>
    </message>
    <message>
        <source>Submit the job again to compare two runs.</source>
        <translation>再次提交作业即可比较两次运行。</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>无法读取运行</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>没有测量数据</translation>
    </message>
    <message>
        <source>Utilisation of these runs is not kept any more.</source>
        <translation>这些运行的利用率已不再保留。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingLoadView</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Busy share of each host over time</source>
        <translation>各主机忙碌占比随时间变化</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>尚无测量数据</translation>
    </message>
    <message>
        <source>The tasks cannot be read</source>
        <translation>无法读取任务</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>无任务</translation>
    </message>
    <message>
        <source>They appear as soon as the job is accepted.</source>
        <translation>作业被接受后即会显示。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Drop a job file to look at its plan</source>
        <translation>拖入作业文件以查看其计划</translation>
    </message>
    <message>
        <source>No job can be submitted now.</source>
        <translation>现在无法提交作业。</translation>
    </message>
    <message>
        <source>Submit Job...</source>
        <translation>提交作业...</translation>
    </message>
    <message>
        <source>Write or choose a job file and look at its plan</source>
        <translation>编写或选择作业文件并查看其计划</translation>
    </message>
    <message>
        <source>Clone...</source>
        <translation>克隆...</translation>
    </message>
    <message>
        <source>Edit the job&apos;s file and submit it again</source>
        <translation>编辑作业的文件并再次提交</translation>
    </message>
    <message>
        <source>Retry...</source>
        <translation>重试...</translation>
    </message>
    <message>
        <source>Run the tasks again that failed or were cancelled</source>
        <translation>重新运行失败或已取消的任务</translation>
    </message>
    <message>
        <source>Cancel Job...</source>
        <translation>取消作业...</translation>
    </message>
    <message>
        <source>Stop what runs and start no more</source>
        <translation>停止正在运行的任务，不再启动新任务</translation>
    </message>
    <message>
        <source>Cancel Task</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Stop the chosen task</source>
        <translation>停止所选任务</translation>
    </message>
    <message>
        <source>Retry Task</source>
        <translation>重试任务</translation>
    </message>
    <message>
        <source>Run the chosen task again</source>
        <translation>重新运行所选任务</translation>
    </message>
    <message>
        <source>Delete Cluster...</source>
        <translation>删除集群...</translation>
    </message>
    <message>
        <source>Give the cluster&apos;s hosts back now</source>
        <translation>立即归还集群的主机</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU 使用</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>已用槽位</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>完成任务</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>搜索作业</translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>尚无作业</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away afterwards.</source>
        <translation>提交一个：会为其创建集群，完成后释放。</translation>
    </message>
    <message>
        <source>Submit a job</source>
        <translation>提交作业</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>搜索集群</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>无集群</translation>
    </message>
    <message>
        <source>A job makes one when it is submitted.</source>
        <translation>提交作业时会创建集群。</translation>
    </message>
    <message>
        <source>No job is chosen</source>
        <translation>未选择作业</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>请在列表中选择一个。</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>The training daemon does not answer; this is what was seen last</source>
        <translation>训练守护进程无应答；这是最后看到的状态</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>This environment has no training daemon</source>
        <translation>此环境没有训练守护进程</translation>
    </message>
    <message>
        <source>Start aerie-training on the machine that shall train, and the control plane with --training and its address. If it runs already, name its address in the context (Settings, Contexts). The local simulation brings one along.</source>
        <translation>在用于训练的机器上启动 aerie-training，并用 --training 加其地址启动控制平面。如果它已在运行，请在上下文中填写其地址（设置，上下文）。本地模拟自带一个。</translation>
    </message>
    <message>
        <source>How to start it</source>
        <translation>如何启动</translation>
    </message>
    <message>
        <source>The training daemon does not answer</source>
        <translation>训练守护进程无应答</translation>
    </message>
    <message>
        <source>%1
It is asked at %2.</source>
        <translation>%1
查询地址：%2。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away when the work is done.</source>
        <translation>提交一个：会为其创建集群，工作完成后释放。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>There is no training daemon</source>
        <translation>没有训练守护进程</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>请先选择作业</translation>
    </message>
    <message>
        <source>Cancel job %1?</source>
        <translation>取消作业 %1？</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running task(s) are ended; what they did so far is lost. Nothing is published.</source>
        <translation>
            <numerusform>%Ln 个运行中的任务将被终止；已做的工作会丢失。不会发布任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln task(s) left</source>
        <translation>
            <numerusform>%1，剩余 %Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>取消作业</translation>
    </message>
    <message numerus="yes">
        <source>Run %Ln task(s) again?</source>
        <translation>
            <numerusform>重新运行 %Ln 个任务？</numerusform>
        </translation>
    </message>
    <message>
        <source>They start anew with all their attempts; what succeeded stays as it is.</source>
        <translation>它们会重新开始，尝试次数重新计算；已成功的保持不变。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cancel task %1?</source>
        <translation>取消任务 %1？</translation>
    </message>
    <message>
        <source>The other tasks of the job go on. A cancelled task can be tried again.</source>
        <translation>作业的其他任务继续运行。已取消的任务可以重试。</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Delete cluster %1?</source>
        <translation>删除集群 %1？</translation>
    </message>
    <message>
        <source>Delete cluster</source>
        <translation>删除集群</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n host(s)</source>
        <translation>
            <numerusform>%1，%n 台主机</numerusform>
        </translation>
    </message>
    <message>
        <source>Its hosts are given back now. History, logs and timeline stay.</source>
        <translation>其主机将立即归还。历史、日志和时间线会保留。</translation>
    </message>
    <message>
        <source>These jobs are cancelled with it. History, logs and timeline stay.</source>
        <translation>这些作业会随之取消。历史、日志和时间线会保留。</translation>
    </message>
    <message>
        <source>Cancel jobs and delete</source>
        <translation>取消作业并删除</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingTasksView</name>
    <message>
        <source>State of the tasks that are shown</source>
        <translation>所显示任务的状态</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>显示哪些任务</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Search tasks</source>
        <translation>搜索任务</translation>
    </message>
    <message>
        <source>No task is in this state</source>
        <translation>没有任务处于此状态</translation>
    </message>
    <message>
        <source>Other tasks of the job are.</source>
        <translation>作业的其他任务处于别的状态。</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>显示所有任务</translation>
    </message>
    <message>
        <source>Attempt whose log is shown</source>
        <translation>显示哪次尝试的日志</translation>
    </message>
    <message>
        <source>Whose log is shown</source>
        <translation>显示谁的日志</translation>
    </message>
    <message>
        <source>Log of the job</source>
        <translation>作业日志</translation>
    </message>
    <message>
        <source>Latest attempt</source>
        <translation>最近一次尝试</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>尝试 %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::VersionDetails</name>
    <message>
        <source>Parts of the version</source>
        <translation>版本的组成部分</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>预处理步骤</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>In</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>特征、步骤和模型输入的图</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>训练者</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>运行时</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with expected outputs</source>
        <translation>
            <numerusform>%Ln 行带预期输出</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，由 %2</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签名者</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>Features (%1)</source>
        <translation>特征（%1）</translation>
    </message>
    <message>
        <source>Steps (%1)</source>
        <translation>步骤（%1）</translation>
    </message>
</context>
<context>
    <name>aerie::pages::WhatIfPanel</name>
    <message>
        <source>What if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>A cluster and its work to begin with</source>
        <translation>作为起点的集群及其工作</translation>
    </message>
    <message>
        <source>Simulated on this machine: nothing runs, and no connection is needed.</source>
        <translation>在本机模拟：不运行任何东西，也无需连接。</translation>
    </message>
    <message>
        <source>Progress of the calculation</source>
        <translation>计算进度</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Calculate the clusters</source>
        <translation>计算集群</translation>
    </message>
    <message>
        <source>Simulate every combination (Enter in a field)</source>
        <translation>模拟每种组合（在字段中按 Enter）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the calculation</source>
        <translation>取消计算</translation>
    </message>
    <message>
        <source>Stop; the last answer stays</source>
        <translation>停止；保留上次的结果</translation>
    </message>
    <message>
        <source>Several values with spaces between them; every combination is a row</source>
        <translation>多个值用空格分隔；每种组合为一行</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>每任务 CPU 数</translation>
    </message>
    <message>
        <source>A fixed number of tasks runs on each host here, whatever they ask for.</source>
        <translation>此处每台主机运行固定数量的任务，与任务的申请量无关。</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>每主机小时价格</translation>
    </message>
    <message>
        <source>Order of the tasks</source>
        <translation>任务顺序</translation>
    </message>
    <message>
        <source>Tasks that are submitted together enter the queue in this order</source>
        <translation>一起提交的任务按此顺序进入队列</translation>
    </message>
    <message>
        <source>Runs of each combination</source>
        <translation>每种组合的运行次数</translation>
    </message>
    <message>
        <source>Each with other random numbers: more make the means surer and take longer</source>
        <translation>每次使用不同的随机数：次数越多，均值越可靠，耗时也越长</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU 使用</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>搜索集群</translation>
    </message>
    <message>
        <source>Nothing was calculated yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>Choose what varies and calculate.</source>
        <translation>选择要变化的值并计算。</translation>
    </message>
    <message>
        <source>Calculating</source>
        <translation>计算中</translation>
    </message>
    <message>
        <source>The values have changed. Calculate to see their answer.</source>
        <translation>值已更改。请计算以查看结果。</translation>
    </message>
    <message>
        <source>by hosts</source>
        <translation>按主机</translation>
    </message>
    <message>
        <source>by CPUs per task</source>
        <translation>按每任务 CPU 数</translation>
    </message>
</context>
<context>
    <name>aerie::presenters</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Self-test rows</source>
        <translation>自检行</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>预处理步骤</translation>
    </message>
    <message>
        <source>Model inputs</source>
        <translation>模型输入</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>运行时</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>训练者</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签名者</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>The control plane cannot be reached. Try again when it is connected.</source>
        <translation>无法连接控制平面。连接后请重试。</translation>
    </message>
    <message>
        <source>No answer came in time, so the outcome is not known. Look at the current state before repeating it.</source>
        <translation>未及时收到应答，因此结果未知。重复操作前请查看当前状态。</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. The page shows the new state; try again.</source>
        <translation>期间有人更改了它。页面显示新状态；请重试。</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator.</source>
        <translation>您的角色不允许此操作。请联系管理员。</translation>
    </message>
    <message>
        <source>Free some space or try again later.</source>
        <translation>请释放一些空间或稍后重试。</translation>
    </message>
    <message>
        <source>This is a defect of Aerie. The control plane&apos;s log has the details.</source>
        <translation>这是 Aerie 的缺陷。详情见控制平面的日志。</translation>
    </message>
    <message>
        <source>Control plane</source>
        <translation>控制平面</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Sidecar</source>
        <translation>Sidecar</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>进程 ID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>default endpoint</source>
        <translation>默认端点</translation>
    </message>
    <message>
        <source>on worker failure</source>
        <translation>Worker 失败时</translation>
    </message>
    <message>
        <source>%1, splitting key</source>
        <translation>%1，分流键</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1，分组 %2</translation>
    </message>
    <message>
        <source>shadow %1</source>
        <translation>影子 %1</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>采样 %1</translation>
    </message>
    <message>
        <source>order of experiments</source>
        <translation>实验顺序</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>训练守护进程</translation>
    </message>
    <message>
        <source>Key %1 of column %2 falls into bucket %3 of experiment %4, which arm %5 owns; endpoint %6 serves that arm.</source>
        <translation>列 %2 的键 %1 落入实验 %4 的桶 %3，该桶属于分组 %5；端点 %6 为该分组提供服务。</translation>
    </message>
    <message>
        <source>Bucket %1 of layer %2 is outside the share of experiment %3.</source>
        <translation>层 %2 的桶 %1 不在实验 %3 的份额内。</translation>
    </message>
    <message>
        <source>The item has no value in column %1, which splits the traffic of experiment %2.</source>
        <translation>条目的列 %1 没有值，而实验 %2 的流量按该列划分。</translation>
    </message>
    <message>
        <source>No experiment is routed.</source>
        <translation>没有路由任何实验。</translation>
    </message>
    <message>
        <source>The default endpoint %1 serves the item.</source>
        <translation>由默认端点 %1 处理该条目。</translation>
    </message>
    <message>
        <source>Bucket %1 of experiment %2 belongs to no arm: coverage is %3.</source>
        <translation>实验 %2 的桶 %1 不属于任何分组：覆盖率为 %3。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::AuditPresenter</name>
    <message>
        <source>Chain broken at entry %1</source>
        <translation>链在条目 %1 处断裂</translation>
    </message>
    <message>
        <source>Hash chain intact</source>
        <translation>哈希链完整</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ComparePresenter</name>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConfigPresenter</name>
    <message>
        <source>Nothing is edited yet</source>
        <translation>尚无编辑</translation>
    </message>
    <message>
        <source>The configs are being checked</source>
        <translation>正在检查配置</translation>
    </message>
    <message>
        <source>Solve the problems first</source>
        <translation>请先解决问题</translation>
    </message>
    <message>
        <source>Version %1 exists; give another one, or none.</source>
        <translation>版本 %1 已存在；请换一个，或留空。</translation>
    </message>
    <message>
        <source>Choose the key that signs the bundle.</source>
        <translation>选择用于签名模型包的密钥。</translation>
    </message>
    <message>
        <source>There is no key file %1.</source>
        <translation>没有密钥文件 %1。</translation>
    </message>
    <message>
        <source>Choose where to write the bundle.</source>
        <translation>选择模型包的写入位置。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
    <message>
        <source>The configs were not exported.</source>
        <translation>配置未导出。</translation>
    </message>
    <message>
        <source>%1: %2. Choose another folder.</source>
        <translation>%1：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>features.yaml and preprocessor.yaml written to %1.</source>
        <translation>features.yaml 和 preprocessor.yaml 已写入 %1。</translation>
    </message>
    <message>
        <source>Build a bundle from %1</source>
        <translation>从 %1 构建模型包</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The bundle of &quot;%1&quot; was not downloaded.</source>
        <translation>“%1”的模型包未下载。</translation>
    </message>
    <message>
        <source>No bundle was built.</source>
        <translation>未构建模型包。</translation>
    </message>
    <message>
        <source>%1 written (%2), signed by %3.</source>
        <translation>已写入 %1（%2），由 %3 签名。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConnectionPresenter</name>
    <message>
        <source>Connected %1</source>
        <translation>已连接 %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>重新连接中</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接断开</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>%1, retry in %2 s</source>
        <extracomment>%1 is a state such as &quot;Connection lost&quot;, %2 a number of seconds</extracomment>
        <translation>%1，%2 s 后重试</translation>
    </message>
    <message>
        <source>Control plane: %1</source>
        <translation>控制平面：%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Workers and proxies keep serving meanwhile; this window tries again by itself.</source>
        <translation>Worker 和代理在此期间继续服务；此窗口会自动重试。</translation>
    </message>
    <message>
        <source>The connection to %1 is lost. What you see is from %2.</source>
        <translation>与 %1 的连接已断开。您看到的是 %2 的数据。</translation>
    </message>
    <message>
        <source>Not possible while the control plane is not connected</source>
        <translation>控制平面未连接时无法执行</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>Updated %1 s ago</source>
        <translation>%1 秒前更新</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ContextsPresenter</name>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Did not start</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>正在询问 %1...</translation>
    </message>
    <message>
        <source>Aerie %1, environment %2, answered in %3</source>
        <translation>Aerie %1，环境 %2，%3 内应答</translation>
    </message>
    <message>
        <source>%1 did not answer. %2</source>
        <translation>%1 没有应答。%2</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::DeploymentsPresenter</name>
    <message>
        <source>%1 sends nothing to it: %2</source>
        <translation>%1 不向它发送任何内容：%2</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>日志已结束。</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>日志已停止：%1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Give the endpoint a name.</source>
        <translation>请为端点命名。</translation>
    </message>
    <message>
        <source>An endpoint &quot;%1&quot; exists already.</source>
        <translation>端点“%1”已存在。</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>请选择模型。</translation>
    </message>
    <message>
        <source>Choose a version or a stage.</source>
        <translation>请选择版本或阶段。</translation>
    </message>
    <message>
        <source>Replicas must be between 1 and %1.</source>
        <translation>副本数必须在 1 到 %1 之间。</translation>
    </message>
    <message>
        <source>CPUs must be between 0 and %1.</source>
        <translation>CPU 数必须在 0 到 %1 之间。</translation>
    </message>
    <message>
        <source>At most %1 rows fit one request.</source>
        <translation>一个请求最多 %1 行。</translation>
    </message>
    <message>
        <source>The longest timeout is %1 ms.</source>
        <translation>最长超时为 %1 ms。</translation>
    </message>
    <message>
        <source>A second replica must be asked before the timeout of %1 ms.</source>
        <translation>必须在 %1 ms 超时之前询问第二个副本。</translation>
    </message>
    <message>
        <source>one process each</source>
        <translation>每个一个进程</translation>
    </message>
    <message>
        <source>a worker and its sidecar each</source>
        <translation>每个一个 Worker 及其 Sidecar</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of %1 on %2, %3.</source>
        <translation>
            <numerusform>%n 个 %1 副本，位于 %2，%3。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPU</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>Together at most %1 of memory.</source>
        <translation>合计内存最多 %1。</translation>
    </message>
    <message>
        <source>Each may use %1; one that uses more memory is ended and started anew.</source>
        <translation>每个可使用 %1；内存超出的副本会被终止并重新启动。</translation>
    </message>
    <message>
        <source>A worker config %1: at most %2 rows and %3 ms for each request.</source>
        <translation>Worker 配置 %1：每个请求最多 %2 行、%3 ms。</translation>
    </message>
    <message>
        <source>Metrics and alert rules for %1.</source>
        <translation>%1 的指标和告警规则。</translation>
    </message>
    <message>
        <source>It follows %1: a promotion replaces its replicas without losing a request.</source>
        <translation>它跟随 %1：晋升会替换其副本，不丢失请求。</translation>
    </message>
    <message>
        <source>No traffic yet: routing decides that.</source>
        <translation>尚无流量：由路由决定。</translation>
    </message>
    <message>
        <source>Deploy %1 as %2</source>
        <translation>将 %1 部署为 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deployed.</source>
        <translation>“%1”未部署。</translation>
    </message>
    <message>
        <source>%1 is being deployed as %2.</source>
        <translation>正在将 %1 部署为 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Scale %1 to %n replica(s)</source>
        <translation>
            <numerusform>将 %1 扩缩到 %n 个副本</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not scaled.</source>
        <translation>“%1”未扩缩容。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is scaling to %n replica(s).</source>
        <translation>
            <numerusform>%1 正在扩缩到 %n 个副本。</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation>“%1”未重启。</translation>
    </message>
    <message>
        <source>%1 is restarting, replica by replica.</source>
        <translation>%1 正在逐个副本重启。</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>回滚 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not rolled back.</source>
        <translation>“%1”未回滚。</translation>
    </message>
    <message>
        <source>%1 is rolling back.</source>
        <translation>%1 正在回滚。</translation>
    </message>
    <message>
        <source>%1 is rolling back to version %2.</source>
        <translation>%1 正在回滚到版本 %2。</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deleted.</source>
        <translation>“%1”未删除。</translation>
    </message>
    <message>
        <source>%1 is draining and will be gone.</source>
        <translation>%1 正在排空，随后移除。</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1，分组 %2</translation>
    </message>
    <message>
        <source>Version %1, serves until the rollout is done</source>
        <translation>版本 %1，服务到发布完成为止</translation>
    </message>
    <message>
        <source>Version %1, served before</source>
        <translation>版本 %1，曾提供服务</translation>
    </message>
    <message>
        <source>Version %1, never served here</source>
        <translation>版本 %1，从未在此服务</translation>
    </message>
    <message>
        <source>No worker runs with less than %1. Give more, or 0 for no limit.</source>
        <translation>Worker 至少需要 %1 才能运行。请增加，或填 0 表示不限。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::EndpointUsers</name>
    <message>
        <source>use case %1 (its default endpoint)</source>
        <translation>用例 %1（其默认端点）</translation>
    </message>
    <message>
        <source>experiment %1</source>
        <translation>实验 %1</translation>
    </message>
    <message>
        <source>use case %1 (shadow traffic)</source>
        <translation>用例 %1（影子流量）</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ExperimentsPresenter</name>
    <message>
        <source>Give the experiment a name.</source>
        <translation>请为实验命名。</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>最多 128 个字符：不带重音的字母、数字、&quot;_&quot;、&quot;-&quot; 和 &quot;.&quot;，以字母或数字开头。</translation>
    </message>
    <message>
        <source>This name is taken. Names are not used again, so that history stays readable.</source>
        <translation>此名称已被占用。名称不重复使用，以保持历史可读。</translation>
    </message>
    <message>
        <source>Take more than 0 % and at most 100 % of the layer.</source>
        <translation>请取层的 0 % 以上、100 % 以下（含）。</translation>
    </message>
    <message>
        <source>Only %1 of this layer is free. Take less, stop another experiment or use another layer.</source>
        <translation>该层仅空闲 %1。请减少占比、停止其他实验或使用其他层。</translation>
    </message>
    <message>
        <source>Coverage is between 0 and 100 %.</source>
        <translation>覆盖率在 0 到 100 % 之间。</translation>
    </message>
    <message>
        <source>An experiment compares at least two arms.</source>
        <translation>实验至少比较两个分组。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n arm(s).</source>
        <translation>
            <numerusform>最多 %n 个分组。</numerusform>
        </translation>
    </message>
    <message>
        <source>Name every arm.</source>
        <translation>请为每个分组命名。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for an arm: use letters without accents, digits and &quot;_&quot;.</source>
        <translation>“%1”不能作为分组名：请用不带重音的字母、数字和 &quot;_&quot;。</translation>
    </message>
    <message>
        <source>Two arms are called &quot;%1&quot;.</source>
        <translation>两个分组都叫“%1”。</translation>
    </message>
    <message>
        <source>The weights add up to %1, not to 100 %.</source>
        <translation>权重之和为 %1，而不是 100 %。</translation>
    </message>
    <message>
        <source>%1 is created and runs.</source>
        <translation>%1 已创建并运行。</translation>
    </message>
    <message>
        <source>%1 is created as a draft.</source>
        <translation>%1 已创建为草稿。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not created.</source>
        <translation>“%1”未创建。</translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation>请选择实验</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>更改正在进行</translation>
    </message>
    <message>
        <source>It runs already</source>
        <translation>它已在运行</translation>
    </message>
    <message>
        <source>Stopped experiments do not start again; create a new one</source>
        <translation>已停止的实验不能再启动；请新建一个</translation>
    </message>
    <message>
        <source>It is stopped already</source>
        <translation>它已停止</translation>
    </message>
    <message>
        <source>A stopped experiment cannot be changed</source>
        <translation>已停止的实验不能更改</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <extracomment>%1 is a number such as &quot;5.6k&quot;</extracomment>
        <translation>%1 条目/s</translation>
    </message>
    <message>
        <source>No routing config names this experiment yet, so no traffic changes until one does.</source>
        <translation>尚无路由配置引用此实验，因此在引用之前流量不会变化。</translation>
    </message>
    <message>
        <source>%1 of the keys of %2 that go to %3 now are split between %4 within a second.</source>
        <translation>目前进入 %3 的 %2 的键中，%1 会在一秒内拆分到 %4。</translation>
    </message>
    <message>
        <source>It does not start again, and its share of layer %1 becomes free.</source>
        <translation>它不会再启动，其在层 %1 中的份额将被释放。</translation>
    </message>
    <message>
        <source>No traffic goes through it now.</source>
        <translation>目前没有流量经过它。</translation>
    </message>
    <message>
        <source>About %1 that its arms share now go to %2 within a second.</source>
        <translation>目前由其各分组分担的约 %1 将在一秒内进入 %2。</translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation>%1 正在运行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not started.</source>
        <translation>“%1”未启动。</translation>
    </message>
    <message>
        <source>%1 is stopped.</source>
        <translation>%1 已停止。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not stopped.</source>
        <translation>“%1”未停止。</translation>
    </message>
    <message>
        <source>Split as intended</source>
        <translation>拆分符合预期</translation>
    </message>
    <message>
        <source>Split is suspect</source>
        <translation>拆分可疑</translation>
    </message>
    <message>
        <source>Split is not as intended</source>
        <translation>拆分不符预期</translation>
    </message>
    <message>
        <source>Too few keys to check the split</source>
        <translation>键太少，无法检查拆分</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>chi-squared %1, p %2, %3 keys</source>
        <translation>卡方 %1，p %2，%3 个键</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::HostsPresenter</name>
    <message>
        <source>%1 %</source>
        <extracomment>percent of one core</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::LogPresenter</name>
    <message>
        <source>%1, all replicas</source>
        <translation>%1，所有副本</translation>
    </message>
    <message>
        <source>Daemons</source>
        <translation>守护进程</translation>
    </message>
    <message>
        <source>This replica is gone; its last lines stay here.</source>
        <translation>此副本已不存在；其最后的日志保留在此。</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>日志已结束。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1, only its sidecar</source>
        <translation>%1，仅其 Sidecar</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::MonitoringPresenter</name>
    <message>
        <source>Items per second</source>
        <translation>每秒条目数</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>失败条目</translation>
    </message>
    <message>
        <source>Batch fill</source>
        <translation>批填充率</translation>
    </message>
    <message>
        <source>Feature store latency</source>
        <translation>特征存储延迟</translation>
    </message>
    <message>
        <source>Feature cache hits</source>
        <translation>特征缓存命中</translation>
    </message>
    <message>
        <source>CPU, of one core</source>
        <translation>CPU，单核占比</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>The charts are not up to date.</source>
        <translation>图表不是最新。</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>所有端点</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>无实验</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 条目/s</translation>
    </message>
    <message>
        <source>%1 items/s, p99 up to %2</source>
        <extracomment>%1 such as 12.4k, %2 such as 4.4 ms</extracomment>
        <translation>%1 条目/s，p99 最高 %2</translation>
    </message>
    <message>
        <source>Workers know no use case: choose one line per endpoint</source>
        <translation>Worker 不区分用例：请选择每端点一条线</translation>
    </message>
    <message>
        <source>No worker keeps a feature cache: features are read from the store</source>
        <translation>没有 Worker 使用特征缓存：特征从特征存储读取</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::OverviewPresenter</name>
    <message>
        <source>%1 at step %2: %3</source>
        <translation>%1 处于步骤 %2：%3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 replicas</source>
        <translation>%1，%2 / %3 个副本</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>拒绝了配置 #%1：%2</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>none is connected, so nothing is served. Start aerie-proxy</source>
        <translation>没有任何连接，因此无法服务。请启动 aerie-proxy</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0.1 %</translation>
    </message>
    <message>
        <source>of all items</source>
        <translation>占全部条目</translation>
    </message>
    <message>
        <source>all ready</source>
        <translation>全部就绪</translation>
    </message>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation>
            <numerusform>%n 个未就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>平静</translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n 个严重</numerusform>
        </translation>
    </message>
    <message>
        <source>no critical one</source>
        <translation>无严重告警</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n 项需要查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is routed yet</source>
        <translation>尚无路由</translation>
    </message>
    <message>
        <source>All is ready; no traffic flows</source>
        <translation>全部就绪；没有流量</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>%1 items/s over %2, %3 of them failed</source>
        <translation>%1 条目/s，经 %2，其中 %3 失败</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n 个端点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 items/s over %2, none failed</source>
        <extracomment>%1 such as 12.4k, %2 such as &quot;2 endpoints&quot;</extracomment>
        <translation>%1 条目/s，经 %2，无失败</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistrationPresenter</name>
    <message>
        <source>%1 is registered already with other content, and a version never changes. Give the bundle another version and pack it again.</source>
        <translation>%1 已以其他内容注册，而版本永不改变。请为模型包换一个版本号并重新打包。</translation>
    </message>
    <message>
        <source>The first version of a new model.</source>
        <translation>新模型的第一个版本。</translation>
    </message>
    <message>
        <source>The same content is registered as %1; nothing will change.</source>
        <translation>相同内容已注册为 %1；不会有任何变化。</translation>
    </message>
    <message>
        <source>No version of this model was signed with this key so far. The registry accepts trusted keys only.</source>
        <translation>此前该模型没有版本用此密钥签名。注册表只接受受信任的密钥。</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>注册 %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>%1 已注册。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistryPresenter</name>
    <message>
        <source>The configs of &quot;%1@%2&quot; were not loaded.</source>
        <translation>“%1@%2”的配置未加载。</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签名</translation>
    </message>
    <message numerus="yes">
        <source>verified; the key also signed %n other version(s)</source>
        <translation>
            <numerusform>已验证；此密钥还签名了 %n 个其他版本</numerusform>
        </translation>
    </message>
    <message>
        <source>verified; the only version of this model with this key</source>
        <translation>已验证；该模型仅此版本使用此密钥</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Promote %1 to %2</source>
        <translation>将 %1 晋升到 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not promoted to %2.</source>
        <translation>“%1”未晋升到 %2。</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 现在是 %2。</translation>
    </message>
    <message>
        <source>Archive %1</source>
        <translation>归档 %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not archived.</source>
        <translation>“%1”未归档。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restored.</source>
        <translation>“%1”未恢复。</translation>
    </message>
    <message>
        <source>%1 is archived.</source>
        <translation>%1 已归档。</translation>
    </message>
    <message>
        <source>%1 is restored.</source>
        <translation>%1 已恢复。</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>下载 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not downloaded.</source>
        <translation>“%1”未下载。</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 已写入 %2。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RoutingPresenter</name>
    <message>
        <source>Proxy %1 refused the newest config: %2</source>
        <translation>代理 %1 拒绝了最新配置：%2</translation>
    </message>
    <message>
        <source>Config #%1</source>
        <translation>配置 #%1</translation>
    </message>
    <message>
        <source>%1; no proxy is connected</source>
        <translation>%1；没有代理连接</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs on %n proxy instance(s)</source>
        <extracomment>%1 is &quot;Config #14&quot;</extracomment>
        <translation>
            <numerusform>%1 运行于 %n 个代理实例</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to revision %1</source>
        <translation>回到修订 %1</translation>
    </message>
    <message>
        <source>This use case has no experiment</source>
        <translation>此用例没有实验</translation>
    </message>
    <message>
        <source>One %1 per line</source>
        <translation>每行一个 %1</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln key(s) are shown.</source>
        <translation>
            <numerusform>仅显示前 %Ln 个键。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no endpoint yet: deploy a model first.</source>
        <translation>尚无端点：请先部署模型。</translation>
    </message>
    <message>
        <source>Give the use case a name.</source>
        <translation>请为用例命名。</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>最多 128 个字符：不带重音的字母、数字、&quot;_&quot;、&quot;-&quot; 和 &quot;.&quot;，以字母或数字开头。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is routed already; change its config instead.</source>
        <translation>“%1”已有路由；请改为更改其配置。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no endpoint that is deployed.</source>
        <translation>“%1”不是已部署的端点。</translation>
    </message>
    <message>
        <source>%1 is routed to %2.</source>
        <translation>%1 已路由到 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not routed.</source>
        <translation>“%1”未路由。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SimulationPresenter</name>
    <message>
        <source>Kill a worker</source>
        <translation>杀死 Worker</translation>
    </message>
    <message>
        <source>Restart the proxy</source>
        <translation>重启代理</translation>
    </message>
    <message>
        <source>Pause a model server</source>
        <translation>暂停模型服务器</translation>
    </message>
    <message>
        <source>Slow a model server</source>
        <translation>拖慢模型服务器</translation>
    </message>
    <message>
        <source>Cut the control plane</source>
        <translation>切断控制平面</translation>
    </message>
    <message>
        <source>Feature store down</source>
        <translation>特征存储宕机</translation>
    </message>
    <message>
        <source>Feature drift</source>
        <translation>特征漂移</translation>
    </message>
    <message>
        <source>Malformed requests</source>
        <translation>畸形请求</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>The same rate all the time.</source>
        <translation>始终以相同速率。</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>昼夜</translation>
    </message>
    <message>
        <source>The rate follows the hour of the world: busy by day, a fifth of it by night.</source>
        <translation>速率随世界时刻变化：白天繁忙，夜间为其五分之一。</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>Four times the rate for ten seconds of every minute.</source>
        <translation>每分钟有十秒为四倍速率。</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>糟糕的一天</translation>
    </message>
    <message>
        <source>A steady rate, and one fault after another strikes by itself.</source>
        <translation>平稳速率，故障自动接连发生。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The simulation closed the connection.</source>
        <translation>模拟关闭了连接。</translation>
    </message>
    <message>
        <source>Traffic was not started.</source>
        <translation>流量未启动。</translation>
    </message>
    <message>
        <source>Traffic was not stopped.</source>
        <translation>流量未停止。</translation>
    </message>
    <message>
        <source>The rate was not changed.</source>
        <translation>速率未更改。</translation>
    </message>
    <message>
        <source>The speed was not changed.</source>
        <translation>速度未更改。</translation>
    </message>
    <message>
        <source>The scenario was not changed.</source>
        <translation>场景未更改。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; did not strike.</source>
        <translation>“%1”未触发。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not undone.</source>
        <translation>“%1”未撤销。</translation>
    </message>
    <message>
        <source>One worker of the candidate is killed. Its neighbour takes the load until a new one serves.</source>
        <translation>候选版本的一个 Worker 被杀死。相邻 Worker 承担负载，直到新的开始服务。</translation>
    </message>
    <message>
        <source>It stops and starts again. Requests in between fail; it serves from its last good config.</source>
        <translation>它停止并重新启动。期间的请求失败；随后用最近的有效配置服务。</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s stands still. Its worker leaves the rotation; calls go elsewhere.</source>
        <translation>候选版本的一个模型服务器停住。其 Worker 退出轮转；调用转向别处。</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s gets a third of its time. Latency rises; nothing fails.</source>
        <translation>候选版本的一个模型服务器只得到三分之一的时间。延迟上升；没有失败。</translation>
    </message>
    <message>
        <source>It is killed. Traffic goes on; this window is not connected until it is back.</source>
        <translation>它被杀死。流量继续；在它恢复之前此窗口未连接。</translation>
    </message>
    <message>
        <source>Reads of stored features fail. Workers use what they remember for a minute, then defaults.</source>
        <translation>读取存储的特征失败。Worker 先用一分钟内的缓存，之后用默认值。</translation>
    </message>
    <message>
        <source>Stored late rates are turned around. Version 2 uses them and gets worse within a minute.</source>
        <translation>存储的延误率被反转。使用它们的版本 2 在一分钟内变差。</translation>
    </message>
    <message>
        <source>Wrong types, missing columns, a million rows among the good ones. Each gets a clear answer.</source>
        <translation>正常请求中混入错误类型、缺失列、一百万行。每个都得到明确的应答。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::StagedChanges</name>
    <message>
        <source>Routing of %1</source>
        <translation>%1 的路由</translation>
    </message>
    <message>
        <source>Split of %1</source>
        <translation>%1 的拆分</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before it were applied.</source>
        <translation>
            <numerusform>在它之前的 %n 项更改已应用。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not changed; it stays staged.</source>
        <translation>%1 未更改；仍保持暂存。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) moved.</source>
        <translation>
            <numerusform>%Ln 个桶已移动。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is applied.</source>
        <translation>%1 已应用。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are applied.</source>
        <translation>
            <numerusform>%n 项更改已应用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was applied.</source>
        <translation>未应用任何内容。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SubmissionPresenter</name>
    <message>
        <source>%1 was not opened.</source>
        <translation>未打开 %1。</translation>
    </message>
    <message>
        <source>It has %1; a job file has at most %2. Choose the job&apos;s YAML file.</source>
        <translation>它有 %1；作业文件最多 %2。请选择作业的 YAML 文件。</translation>
    </message>
    <message>
        <source>%1: %2. Choose a file that can be read.</source>
        <translation>%1：%2。请选择可读取的文件。</translation>
    </message>
    <message>
        <source>The file of job %1 could not be read.</source>
        <translation>无法读取作业 %1 的文件。</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message numerus="yes">
        <source>%n have run before</source>
        <translation>
            <numerusform>%n 个以前运行过</numerusform>
        </translation>
    </message>
    <message>
        <source>none has run before</source>
        <translation>以前都没有运行过</translation>
    </message>
    <message>
        <source>as many as the CPUs take</source>
        <translation>以 CPU 容量为限</translation>
    </message>
    <message>
        <source>as many as the memory takes</source>
        <translation>以内存容量为限</translation>
    </message>
    <message>
        <source>the job&apos;s own limit</source>
        <translation>作业自身的上限</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>Each asks for</source>
        <translation>每个申请</translation>
    </message>
    <message>
        <source>no limit of memory</source>
        <translation>无内存限制</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>The file is being read</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>It is being submitted</source>
        <translation>正在提交</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Solve the problem first</source>
        <translation>请先解决问题</translation>
    </message>
    <message>
        <source>The daemon is planning</source>
        <translation>守护进程正在制定计划</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>尚无计划</translation>
    </message>
    <message>
        <source>Submit %1</source>
        <translation>提交 %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 was not submitted.</source>
        <translation>未提交 %1。</translation>
    </message>
    <message>
        <source>Job %1 of %2 was submitted.</source>
        <translation>已提交作业 %1（%2）。</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>工作目录</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), packed and sent when you submit</source>
        <translation>
            <numerusform>%n 个文件，提交时打包并发送</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::T</name>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TopologyBuilder</name>
    <message>
        <source>no traffic</source>
        <translation>无流量</translation>
    </message>
    <message>
        <source>%1, p99 %2</source>
        <translation>%1，p99 %2</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>拒绝了配置 #%1：%2</translation>
    </message>
    <message>
        <source>%1 of the items fail</source>
        <translation>%1 的条目失败</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 / %2 就绪</translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation>特征存储</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 请求/s</translation>
    </message>
    <message>
        <source>%1, %2 cached</source>
        <translation>%1，%2 已缓存</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingComparePresenter</name>
    <message>
        <source>%1, %2</source>
        <comment>application, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %Ln task(s)</source>
        <comment>application, time</comment>
        <translation>
            <numerusform>%1，%2，%Ln 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingJobPresenter</name>
    <message>
        <source>It has not started yet.</source>
        <translation>尚未启动。</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>日志已结束。</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>日志中断：%1</translation>
    </message>
    <message>
        <source>... lines before this are left out ...</source>
        <translation>... 此前的行已省略 ...</translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>训练守护进程关闭了连接。</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>尝试 %1</translation>
    </message>
    <message>
        <source>Select a task first</source>
        <translation>请先选择任务</translation>
    </message>
    <message>
        <source>The task is over</source>
        <translation>任务已结束</translation>
    </message>
    <message>
        <source>Only tasks that failed or were cancelled can be tried again</source>
        <translation>只有失败或已取消的任务才能重试</translation>
    </message>
    <message>
        <source>attempt %1 on %2</source>
        <translation>尝试 %1，在 %2 上</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>启动于 %1</translation>
    </message>
    <message>
        <source>runs for %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>last run %1</source>
        <translation>上次运行 %1</translation>
    </message>
    <message>
        <source>asks for %1</source>
        <translation>申请 %1</translation>
    </message>
    <message>
        <source>asks for %1 and %2</source>
        <translation>申请 %1 和 %2</translation>
    </message>
    <message>
        <source>used %1 and %2</source>
        <extracomment>what a task used: CPUs, then memory</extracomment>
        <translation>使用了 %1 和 %2</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>tasks done, of all</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/min</source>
        <extracomment>tasks per minute</extracomment>
        <translation>%1/min</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>即将</translation>
    </message>
    <message>
        <source>later than expected</source>
        <translation>晚于预期</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>预计 %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingPresenter</name>
    <message numerus="yes">
        <source>%n job(s), none runs</source>
        <translation>
            <numerusform>%n 个作业，均未运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running, %1 of %2 tasks done</source>
        <translation>
            <numerusform>%n 个作业运行中，任务完成 %1 / %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>训练守护进程关闭了连接。</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>请先选择作业</translation>
    </message>
    <message>
        <source>The job is over</source>
        <translation>作业已结束</translation>
    </message>
    <message>
        <source>It is being cancelled already</source>
        <translation>已在取消中</translation>
    </message>
    <message>
        <source>No task failed or was cancelled</source>
        <translation>没有失败或已取消的任务</translation>
    </message>
    <message>
        <source>Wait until it is cancelled</source>
        <translation>请等待取消完成</translation>
    </message>
    <message>
        <source>Select a cluster first</source>
        <translation>请先选择集群</translation>
    </message>
    <message>
        <source>The cluster is gone; its history stays</source>
        <translation>集群已释放；其历史会保留</translation>
    </message>
    <message>
        <source>It is being stopped already</source>
        <translation>已在停止中</translation>
    </message>
    <message numerus="yes">
        <source>job %1 of %2, %Ln task(s) left</source>
        <translation>
            <numerusform>作业 %1（%2），剩余 %Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job %1</source>
        <translation>取消作业 %1</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln task(s) of %1</source>
        <translation>
            <numerusform>取消 %1 的 %Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Job %1 was not cancelled.</source>
        <translation>未取消作业 %1。</translation>
    </message>
    <message>
        <source>Job %1 is being cancelled.</source>
        <translation>正在取消作业 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 are being cancelled.</source>
        <translation>
            <numerusform>正在取消作业 %1 的 %Ln 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry job %1</source>
        <translation>重试作业 %1</translation>
    </message>
    <message>
        <source>Job %1 was not tried again.</source>
        <translation>未重试作业 %1。</translation>
    </message>
    <message>
        <source>The results of job %1 are published again.</source>
        <translation>作业 %1 的结果重新发布。</translation>
    </message>
    <message>
        <source>All failed tasks of job %1 run again.</source>
        <translation>作业 %1 的所有失败任务重新运行。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 run again.</source>
        <translation>
            <numerusform>作业 %1 的 %Ln 个任务重新运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete cluster %1</source>
        <translation>删除集群 %1</translation>
    </message>
    <message>
        <source>Cluster %1 was not deleted.</source>
        <translation>未删除集群 %1。</translation>
    </message>
    <message>
        <source>Cluster %1 is being stopped.</source>
        <translation>正在停止集群 %1。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingRoom</name>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>mean %1 %</source>
        <translation>平均 %1 %</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>峰值 %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>cores that tasks asked for, of all</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln 个运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::WhatIfPresenter</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>价格 %1</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>One shared queue with a task on each host, against a cluster made for the job, with slots of the CPUs that a task needs: 1,500 tasks on the same ten hosts.</source>
        <translation>一边是每台主机运行一个任务的共享队列，另一边是为作业创建的集群，其槽位按任务所需的 CPU 划分：同样的十台主机，1,500 个任务。</translation>
    </message>
    <message>
        <source>Right-sized cluster</source>
        <translation>合适规模的集群</translation>
    </message>
    <message>
        <source>A cluster for this job alone, 2 CPUs for each task, the longest tasks first.</source>
        <translation>仅供此作业使用的集群，每个任务 2 个 CPU，最长的任务优先。</translation>
    </message>
    <message>
        <source>Shared queue</source>
        <translation>共享队列</translation>
    </message>
    <message>
        <source>One shared queue, one task at a time on each host, behind a backlog of other applications.</source>
        <translation>一个共享队列，每台主机一次运行一个任务，排在其他应用的积压之后。</translation>
    </message>
    <message>
        <source>A quiet day</source>
        <translation>平静的一天</translation>
    </message>
    <message>
        <source>A quiet day of the shared queue, whose hosts are paid around the clock.</source>
        <translation>共享队列平静的一天，其主机全天计费。</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>糟糕的一天</translation>
    </message>
    <message>
        <source>Right-sized, with slow starts, lost hosts, failing attempts and tasks that outgrow their memory.</source>
        <translation>合适规模，但有启动缓慢、主机丢失、尝试失败以及任务内存超限。</translation>
    </message>
    <message>
        <source>Whole numbers from %1 to %2 with spaces between them.</source>
        <translation>%1 到 %2 的整数，用空格分隔。</translation>
    </message>
    <message>
        <source>Numbers from %1 to %2 with spaces between them.</source>
        <translation>%1 到 %2 的数字，用空格分隔。</translation>
    </message>
    <message>
        <source>Choose at least one order.</source>
        <translation>请至少选择一种顺序。</translation>
    </message>
    <message>
        <source>The clusters were not calculated.</source>
        <translation>未计算集群。</translation>
    </message>
    <message>
        <source>Fastest: %1 in %2. Cheapest: %3 for %4.</source>
        <translation>最快：%1，用时 %2。最便宜：%3，费用 %4。</translation>
    </message>
    <message>
        <source>Before: shared queue</source>
        <translation>之前：共享队列</translation>
    </message>
    <message>
        <source>After: right-sized</source>
        <translation>之后：合适规模</translation>
    </message>
    <message>
        <source>The same tasks on the same hosts take %1 instead of %2, at %3 of the CPUs instead of %4.</source>
        <translation>同样的任务在同样的主机上用时 %1，而非 %2；CPU 使用为 %3，而非 %4。</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s), %1 for each task, %2</source>
        <extracomment>a cluster: hosts, CPUs per task, order of the tasks</extracomment>
        <translation>
            <numerusform>%n 台主机，每个任务 %1，%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::rpc</name>
    <message>
        <source>Give the context a name.</source>
        <translation>请为上下文命名。</translation>
    </message>
    <message>
        <source>Give the address of its control plane: host:port or unix:/path.</source>
        <translation>请填写其控制平面的地址：host:port 或 unix:/path。</translation>
    </message>
    <message>
        <source>The address needs a port from 1 to 65535: host:port, for example ml.example.org:7700.</source>
        <translation>地址需要 1 到 65535 的端口：host:port，例如 ml.example.org:7700。</translation>
    </message>
    <message>
        <source>A certificate and its key belong together: give both, or neither.</source>
        <translation>证书及其私钥需成对：请同时提供，或都不提供。</translation>
    </message>
    <message>
        <source>Other machines are reached through TLS only: give the file of the authority (CA) that signed the control plane&apos;s certificate.</source>
        <translation>其他机器只能通过 TLS 连接：请提供为控制平面证书签名的颁发机构 (CA) 的文件。</translation>
    </message>
    <message>
        <source>The training daemon&apos;s address needs a port from 1 to 65535, or leave it empty.</source>
        <translation>训练守护进程的地址需要 1 到 65535 的端口，或留空。</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::Connection</name>
    <message>
        <source>The control plane closed the connection.</source>
        <translation>控制平面关闭了连接。</translation>
    </message>
    <message>
        <source>The control plane stopped answering: %1</source>
        <translation>控制平面停止应答：%1</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::SimulationHost</name>
    <message>
        <source>%1 is missing. Install Aerie whole, or build it with packaging/build.</source>
        <translation>缺少 %1。请完整安装 Aerie，或用 packaging/build 构建。</translation>
    </message>
    <message>
        <source>%1 cannot be made. Check the rights of the folder above it, or set AERIE_HOME.</source>
        <translation>无法创建 %1。请检查上级文件夹的权限，或设置 AERIE_HOME。</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>The simulation was ended from outside or crashed.</source>
        <translation>模拟被外部终止或崩溃。</translation>
    </message>
    <message>
        <source>The simulation ended with code %1.</source>
        <translation>模拟以代码 %1 结束。</translation>
    </message>
    <message>
        <source>The simulation that ran here was ended by somebody else.</source>
        <translation>在此运行的模拟已被他人终止。</translation>
    </message>
</context>
<context>
    <name>aerie::shell</name>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>version, %1</source>
        <translation>版本，%1</translation>
    </message>
    <message>
        <source>deployment, %1</source>
        <extracomment>%1 is a state such as &quot;Ready&quot;</extracomment>
        <translation>部署，%1</translation>
    </message>
    <message>
        <source>use case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>training job, %1, %2</source>
        <extracomment>a state such as &quot;Running&quot;, and when it was submitted</extracomment>
        <translation>训练作业，%1，%2</translation>
    </message>
    <message>
        <source>training cluster, %1</source>
        <translation>训练集群，%1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AboutDialog</name>
    <message>
        <source>About Aerie</source>
        <translation>关于 Aerie</translation>
    </message>
    <message>
        <source>Aerie %1</source>
        <translation>Aerie %1</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Libraries, their versions and licences</source>
        <translation>库及其版本和许可证</translation>
    </message>
    <message>
        <source>Aerie&apos;s own source is under the Apache License 2.0. Qt Charts exists under GPL-3.0 only, so this program, linked with it, is distributed under GPL-3.0. The daemons and aeriectl use no Qt; the libraries that only they use are listed here, too.</source>
        <translation>Aerie 自身的源代码采用 Apache License 2.0。Qt Charts 仅以 GPL-3.0 提供，因此与其链接的本程序按 GPL-3.0 分发。守护进程和 aeriectl 不使用 Qt；仅由它们使用的库也列于此处。</translation>
    </message>
    <message>
        <source>Desktop control plane for machine-learning serving and training</source>
        <translation>机器学习服务与训练的桌面控制平面</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AppMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Application</name>
    <message>
        <source>&quot;%1&quot; cannot be opened</source>
        <translation>无法打开“%1”</translation>
    </message>
</context>
<context>
    <name>aerie::shell::CommandPalette</name>
    <message>
        <source>Search or run a command; &gt; for commands, @ for things</source>
        <translation>搜索或运行命令；&gt; 表示命令，@ 表示对象</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Commands and things</source>
        <translation>命令和对象</translation>
    </message>
    <message>
        <source>Nothing is called &quot;%1&quot;</source>
        <translation>没有名为“%1”的内容</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Deployments</name>
    <message>
        <source>Deploy?</source>
        <translation>部署？</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Change the number of replicas to %1?</source>
        <translation>将副本数更改为 %1？</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>扩缩容</translation>
    </message>
    <message>
        <source>Restart all replicas?</source>
        <translation>重启所有副本？</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Roll back?</source>
        <translation>回滚？</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Delete the deployment?</source>
        <translation>删除部署？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Experiments</name>
    <message>
        <source>Create the experiment?</source>
        <translation>创建实验？</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Start the experiment?</source>
        <translation>启动实验？</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop the experiment?</source>
        <translation>停止实验？</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Change the split?</source>
        <translation>更改拆分？</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Header</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>停止本地模拟</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>启动本地模拟</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>添加控制平面...</translation>
    </message>
    <message>
        <source>Control plane of Aerie %1</source>
        <translation>Aerie %1 的控制平面</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>无上下文</translation>
    </message>
    <message>
        <source>Context: %1, %2</source>
        <extracomment>%1 is the name of a context, %2 local, staging or production</extracomment>
        <translation>上下文：%1，%2</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>选择此窗口显示和控制的对象</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>连接：%1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>通知，%n 条新</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>aerie::shell::HelpWindow</name>
    <message>
        <source>Aerie guide</source>
        <translation>Aerie 指南</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>后退 (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>前进 (Alt+Right)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>aerie::shell::LogDock</name>
    <message>
        <source>Whose log is shown</source>
        <translation>显示谁的日志</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>隐藏日志</translation>
    </message>
    <message>
        <source>Nothing is deployed yet, so there is no log.</source>
        <translation>尚无部署，因此没有日志。</translation>
    </message>
</context>
<context>
    <name>aerie::shell::MainWindow</name>
    <message>
        <source>Aerie</source>
        <translation>Aerie</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>%1 - Aerie</source>
        <translation>%1 - Aerie</translation>
    </message>
    <message>
        <source>%1 - %2 - Aerie</source>
        <translation>%1 - %2 - Aerie</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>已连接到 %1</translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation>与 %1 的连接已断开</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Switch to &quot;%1&quot; now?</source>
        <translation>现在切换到“%1”？</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of this window end unfinished.</source>
        <translation>
            <numerusform>此窗口的 %n 个任务将未完成即结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Search or Run a Command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Find anything by name</source>
        <translation>按名称查找任何内容</translation>
    </message>
    <message>
        <source>Switch Theme</source>
        <translation>切换主题</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is</source>
        <translation>浅色、深色或跟随系统</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation>折叠或展开导航</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show or hide the log at the foot of the window</source>
        <translation>显示或隐藏窗口底部的日志</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>What succeeded and what failed so far</source>
        <translation>至今的成功与失败</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>All commands, by subject</source>
        <translation>按主题列出的所有命令</translation>
    </message>
    <message>
        <source>Switch Context...</source>
        <translation>切换上下文...</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>选择此窗口显示和控制的对象</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>添加控制平面...</translation>
    </message>
    <message>
        <source>Name another control plane to connect to</source>
        <translation>指定要连接的另一控制平面</translation>
    </message>
    <message>
        <source>Manage Contexts</source>
        <translation>管理上下文</translation>
    </message>
    <message>
        <source>Add, edit and remove contexts</source>
        <translation>添加、编辑和移除上下文</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>启动本地模拟</translation>
    </message>
    <message>
        <source>Run the whole system on this machine and show it</source>
        <translation>在此机器上运行整个系统并显示</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>停止本地模拟</translation>
    </message>
    <message>
        <source>End its daemons; its state is kept</source>
        <translation>结束其守护进程；保留其状态</translation>
    </message>
    <message>
        <source>Retry the Connection</source>
        <translation>重试连接</translation>
    </message>
    <message>
        <source>Connect now instead of waiting</source>
        <translation>立即连接，不再等待</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close the window and end what it started</source>
        <translation>关闭窗口并结束它启动的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected text or rows</source>
        <translation>复制选定的文本或行</translation>
    </message>
    <message>
        <source>Find on This Page</source>
        <translation>在此页查找</translation>
    </message>
    <message>
        <source>Put the cursor into the page&apos;s search field</source>
        <translation>将光标移到页面的搜索框</translation>
    </message>
    <message>
        <source>Find in the Log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Show the log and put the cursor into its search field</source>
        <translation>显示日志并将光标移到其搜索框</translation>
    </message>
    <message>
        <source>Find Next in the Log</source>
        <translation>在日志中查找下一个</translation>
    </message>
    <message>
        <source>Go to the next line that has the text</source>
        <translation>转到下一个含该文本的行</translation>
    </message>
    <message>
        <source>Find Previous in the Log</source>
        <translation>在日志中查找上一个</translation>
    </message>
    <message>
        <source>Go to the line before that has the text</source>
        <translation>转到上一个含该文本的行</translation>
    </message>
    <message>
        <source>Help on This Page</source>
        <translation>此页的帮助</translation>
    </message>
    <message>
        <source>Open the chapter about what is shown</source>
        <translation>打开有关当前内容的章节</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Open the guide at its contents</source>
        <translation>打开指南目录</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>See and change the keys of all commands</source>
        <translation>查看和更改所有命令的快捷键</translation>
    </message>
    <message>
        <source>About Aerie...</source>
        <translation>关于 Aerie...</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>版本和许可证</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>%1 finds everything, %2 helps</source>
        <extracomment>%1 and %2 are keys</extracomment>
        <translation>%1 查找一切，%2 打开帮助</translation>
    </message>
    <message>
        <source>Close the window now?</source>
        <translation>现在关闭窗口？</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) end unfinished.</source>
        <translation>
            <numerusform>%n 个任务将未完成即结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What is being done, with Cancel, and what was done</source>
        <translation>正在进行（可取消）和已完成的任务</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NavRail</name>
    <message>
        <source>Unfold the navigation</source>
        <translation>展开导航</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>折叠导航</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NotificationPanel</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear all notifications</source>
        <translation>清除所有通知</translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translation>通知，最新在前</translation>
    </message>
    <message>
        <source>Nothing to tell yet.
What succeeds and what fails is kept here.</source>
        <translation>尚无消息。
成功和失败都会记录在此。</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Registry</name>
    <message>
        <source>Register a bundle?</source>
        <translation>注册模型包？</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Move the stage %1?</source>
        <translation>移动阶段 %1？</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>晋升</translation>
    </message>
    <message>
        <source>Restore a version?</source>
        <translation>恢复版本？</translation>
    </message>
    <message>
        <source>Archive a version?</source>
        <translation>归档版本？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>aerie::shell::RoutingGuard</name>
    <message>
        <source>Change the routing?</source>
        <translation>更改路由？</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Screenshots</name>
    <message>
        <source>No data came within %1 s; is the control plane running?</source>
        <translation>%1 s 内没有数据；控制平面在运行吗？</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another directory.</source>
        <translation>无法写入 %1；请选择其他目录。</translation>
    </message>
    <message>
        <source>Pictures are missing: %1</source>
        <translation>缺少图片：%1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::StartPage</name>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Connect to a control plane...</source>
        <translation>连接到控制平面...</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>正在启动本地模拟</translation>
    </message>
    <message>
        <source>Real daemons with real flight data on this machine. Live traffic appears in a few seconds.</source>
        <translation>在此机器上使用真实航班数据的真实守护进程。几秒后出现实时流量。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping the local simulation</source>
        <translation>正在停止本地模拟</translation>
    </message>
    <message>
        <source>Its daemons finish what they have begun.</source>
        <translation>其守护进程会完成已开始的工作。</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>本地模拟未启动</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Welcome to Aerie</source>
        <translation>欢迎使用 Aerie</translation>
    </message>
    <message>
        <source>See it at work first: the local simulation runs the whole system on this machine, with two versions of a model that predicts flight delays, an experiment between them and live traffic. It needs no network, and ends with this window.</source>
        <translation>先看看它的实际运行：本地模拟在此机器上运行整个系统，包含一个预测航班延误的模型的两个版本、它们之间的实验以及实时流量。它不需要网络，随此窗口结束。</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>启动本地模拟</translation>
    </message>
    <message>
        <source>The local simulation is not running</source>
        <translation>本地模拟未运行</translation>
    </message>
    <message>
        <source>Its state is kept; starting it takes a few seconds.</source>
        <translation>其状态已保留；启动需要几秒。</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接到 %1</translation>
    </message>
    <message>
        <source>No control plane answers at %1</source>
        <translation>%1 没有控制平面应答</translation>
    </message>
    <message>
        <source>%1

This window tries again by itself. Is aerie-control running there, and is the address right?</source>
        <translation>%1

此窗口会自动重试。aerie-control 是否在那里运行，地址是否正确？</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Training</name>
    <message>
        <source>Submit the training job?</source>
        <translation>提交训练作业？</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Cancel the job?</source>
        <translation>取消作业？</translation>
    </message>
    <message>
        <source>Cancel tasks?</source>
        <translation>取消任务？</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>取消作业</translation>
    </message>
    <message>
        <source>Cancel tasks</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Run tasks again?</source>
        <translation>重新运行任务？</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Delete the cluster?</source>
        <translation>删除集群？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::BucketMap</name>
    <message>
        <source>Bucket map</source>
        <translation>桶图</translation>
    </message>
    <message>
        <source>no arm</source>
        <translation>无分组</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (moves)</source>
        <translation>桶 %1：当前 %2，之后 %3（移动）</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (joins)</source>
        <translation>桶 %1：当前 %2，之后 %3（加入）</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (leaves)</source>
        <translation>桶 %1：当前 %2，之后 %3（离开）</translation>
    </message>
    <message>
        <source>Bucket %1: %2, stays</source>
        <translation>桶 %1：%2，不变</translation>
    </message>
    <message numerus="yes">
        <source>%n bucket(s) change</source>
        <translation>
            <numerusform>%n 个桶变化</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 move</source>
        <translation>%1 移动</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 加入</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 离开</translation>
    </message>
    <message>
        <source>%1 in no arm</source>
        <translation>%1 无分组</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys to ask for a bucket.</source>
        <translation>悬停或用方向键查看桶。</translation>
    </message>
    <message>
        <source>No bucket changes. Hover or use the arrow keys.</source>
        <translation>没有桶变化。悬停或用方向键。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::CellGrid</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>(%1 of its expected time)</source>
        <translation>（预期时间的 %1）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartCard</name>
    <message>
        <source>Chart: %1</source>
        <translation>图表：%1</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Save the chart as a picture or a table</source>
        <translation>将图表保存为图片或表格</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>保存为图片 (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>保存为表格 (CSV)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>No data in this time</source>
        <translation>此时段无数据</translation>
    </message>
    <message>
        <source>No data since %1</source>
        <translation>自 %1 起无数据</translation>
    </message>
    <message>
        <source>Save the Chart as a Picture</source>
        <translation>将图表保存为图片</translation>
    </message>
    <message>
        <source>Save the Chart as a Table</source>
        <translation>将图表保存为表格</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>“%1”未保存。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>无法写入 %1。请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartPlot</name>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ConfirmSheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>输入 %1 以确认</translation>
    </message>
    <message>
        <source>This is the production context &quot;%1&quot;.</source>
        <translation>这是生产上下文“%1”。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DagView</name>
    <message>
        <source>Nothing to draw</source>
        <translation>没有可绘制的内容</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>适应图</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>with a cycle</source>
        <translation>有环</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>%1 and %2 are the same</source>
        <translation>%1 与 %2 相同</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EffectChart</name>
    <message>
        <source>Cumulative difference to the first arm</source>
        <translation>相对第一个分组的累计差异</translation>
    </message>
    <message>
        <source>%1 %2 [%3, %4], %5 outcomes</source>
        <extracomment>an arm, its difference, the interval, how many outcomes</extracomment>
        <translation>%1 %2 [%3, %4]，%5 个结果</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EmptyState</name>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::FilterTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nothing matches &quot;%1&quot;</source>
        <translation>没有匹配“%1”的内容</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) hidden by the search.</source>
        <translation>
            <numerusform>搜索隐藏了 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::HostHeatMap</name>
    <message>
        <source>Busy cores by host</source>
        <translation>各主机的忙碌核心</translation>
    </message>
    <message>
        <source>%1, core %2</source>
        <translation>%1，核心 %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1，%2 到 %3</translation>
    </message>
    <message>
        <source>%1: not ready, or not measured</source>
        <translation>%1：未就绪，或未测量</translation>
    </message>
    <message>
        <source>%1: %2 busy</source>
        <translation>%1：忙碌 %2</translation>
    </message>
    <message>
        <source>%1: %2 busy, %3 of %4 cores, %5 in slots</source>
        <translation>%1：忙碌 %2，核心 %3 / %4，槽位中 %5</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n 台主机</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>No host was measured in this time</source>
        <translation>此时间段内没有主机的测量数据</translation>
    </message>
    <message>
        <source>%1 of the cores busy</source>
        <translation>%1 的核心忙碌</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>Arrow keys move; Space opens a host into its cores.</source>
        <translation>方向键移动；空格展开主机的各核心。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LegendBar</name>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>%1: click shows or hides it, Ctrl+click shows it alone</source>
        <translation>%1：单击显示或隐藏，Ctrl+单击仅显示它</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Replica whose log is shown</source>
        <translation>显示其日志的副本</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>所有副本</translation>
    </message>
    <message>
        <source>Lowest level that is shown</source>
        <translation>显示的最低级别</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告及以上</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Enter finds the next line, Shift+Enter the one before</source>
        <translation>Enter 查找下一行，Shift+Enter 查找上一行</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>到最新</translation>
    </message>
    <message>
        <source>Follow the newest line again</source>
        <translation>重新跟随最新行</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all</source>
        <translation>复制选定的行或全部</translation>
    </message>
    <message>
        <source>Save to a file...</source>
        <translation>保存到文件...</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the log</source>
        <translation>日志中没有“%1”</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 未写入：%2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RolloutSteps</name>
    <message>
        <source>Rollout steps</source>
        <translation>发布步骤</translation>
    </message>
    <message>
        <source>No rollout yet</source>
        <translation>尚无发布</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RunComparison</name>
    <message>
        <source>Busy share of the cores</source>
        <translation>核心忙碌占比</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>并发任务</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化内容</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>没有可比较的内容</translation>
    </message>
    <message>
        <source>%1 times as many</source>
        <translation>数量为 %1 倍</translation>
    </message>
    <message>
        <source>%1 times fewer</source>
        <translation>减少到 1/%1</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>速度为 %1 倍</translation>
    </message>
    <message>
        <source>%1 times as long</source>
        <translation>时长为 %1 倍</translation>
    </message>
    <message>
        <source>CPU really used</source>
        <translation>实际使用的 CPU</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>a difference of two percentages</extracomment>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation>最大并发</translation>
    </message>
    <message>
        <source>Core hours</source>
        <translation>核心小时</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <extracomment>from one value to another</extracomment>
        <translation>%1：从 %2 到 %3</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SankeyView</name>
    <message>
        <source>Flow of items</source>
        <translation>条目流向</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys: intended and actual share of a way</source>
        <translation>悬停或用方向键：一条路径的预期和实际占比</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitBar</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation>%1 与 %2 的边界</translation>
    </message>
    <message>
        <source>%1 | %2: drag, or Left and Right for 1 %, with Ctrl 0.1 %, Page Up and Page Down for 10 %</source>
        <translation>%1 | %2：拖动，或 Left 和 Right 调 1 %，配合 Ctrl 调 0.1 %，Page Up 和 Page Down 调 10 %</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitEditor</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of %1 in percent</source>
        <translation>%1 的占比（百分比）</translation>
    </message>
    <message>
        <source>Share of %1; the others share the rest as they did</source>
        <translation>%1 的占比；其余按原比例分享剩余部分</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>当前 %1</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskPanel</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成</translation>
    </message>
    <message>
        <source>Clear finished tasks</source>
        <translation>清除已完成的任务</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>尚无操作。</translation>
    </message>
    <message>
        <source>Progress of &quot;%1&quot;</source>
        <translation>“%1”的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;</source>
        <translation>取消“%1”</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskStrip</name>
    <message>
        <source>Progress of the newest task</source>
        <translation>最新任务的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the newest task</source>
        <translation>取消最新任务</translation>
    </message>
    <message>
        <source>Tasks (%1)</source>
        <translation>任务（%1）</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimeRangeBar</name>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Shown: %1. Go back to live</source>
        <translation>显示：%1。回到实时</translation>
    </message>
    <message>
        <source>The piece that was picked in a chart; click to go back to the last %1</source>
        <translation>在图表中选取的时段；单击回到最近 %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Pause the charts</source>
        <translation>暂停图表</translation>
    </message>
    <message>
        <source>Follow the clock again</source>
        <translation>重新跟随时钟</translation>
    </message>
    <message>
        <source>Hold the charts still (Ctrl+P)</source>
        <translation>定住图表 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Follow the clock again (Ctrl+P)</source>
        <translation>重新跟随时钟 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Go back to live</source>
        <translation>返回实时</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of tasks</source>
        <translation>任务时间线</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 from %4, attempt %5, %6 slot %7</source>
        <translation>%1：%2，%3，始于 %4，尝试 %5，%6 槽位 %7</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>等待了 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a bar, or use the arrow keys. The wheel, + and - zoom, 0 shows everything.</source>
        <translation>指向条形，或使用方向键。滚轮、+ 和 - 缩放，0 显示全部。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineView</name>
    <message>
        <source>Show more time</source>
        <translation>显示更长时间</translation>
    </message>
    <message>
        <source>-</source>
        <translation>-</translation>
    </message>
    <message>
        <source>Show more detail</source>
        <translation>显示更多细节</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>%1 (key %2 in the timeline)</source>
        <extracomment>tool tip of a button: what it does (its key, in the timeline)</extracomment>
        <translation>%1（时间线中按 %2 键）</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Save the timeline as a picture, a table or a trace</source>
        <translation>将时间线保存为图片、表格或跟踪</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>保存为图片 (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>保存为表格 (CSV)...</translation>
    </message>
    <message>
        <source>Save as Chrome Trace (JSON)...</source>
        <translation>保存为 Chrome 跟踪 (JSON)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>尚无任何运行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, short neighbours merged</source>
        <translation>%1，相邻短项已合并</translation>
    </message>
    <message>
        <source>Save the Timeline as a Picture</source>
        <translation>将时间线保存为图片</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Table</source>
        <translation>将时间线保存为表格</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Trace</source>
        <translation>将时间线保存为跟踪</translation>
    </message>
    <message>
        <source>Trace (*.json)</source>
        <translation>跟踪 (*.json)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>“%1”未保存。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>无法写入 %1。请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ToggleSwitch</name>
    <message>
        <source>...</source>
        <translation>...</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TopologyView</name>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::UtilisationChart</name>
    <message>
        <source>Waste</source>
        <translation>浪费</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Use of the capacity</source>
        <translation>容量使用</translation>
    </message>
    <message>
        <source>Capacity, slots and busy cores</source>
        <translation>容量、槽位和忙碌核心</translation>
    </message>
    <message>
        <source>Capacity (cores)</source>
        <translation>容量（核心）</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>已用槽位</translation>
    </message>
    <message>
        <source>Cores really busy</source>
        <translation>实际忙碌的核心</translation>
    </message>
    <message>
        <source>Busy %1 of the capacity, waste %2 (%3 core hours), idle %4 (%5 core hours)</source>
        <translation>忙碌占容量的 %1，浪费 %2（%3 核心小时），空闲 %4（%5 核心小时）</translation>
    </message>
    <message>
        <source>Busy %1</source>
        <translation>忙碌 %1</translation>
    </message>
    <message>
        <source>Waste %1: asked for and not used</source>
        <translation>浪费 %1：已申请但未使用</translation>
    </message>
    <message>
        <source>Idle %1: not asked for</source>
        <translation>空闲 %1：未申请</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::YamlEditor</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>没有问题</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ZoneMatrix</name>
    <message>
        <source>Find tasks</source>
        <translation>查找任务</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>无任务</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>%1: click dims or shows them</source>
        <translation>%1：点击可淡化或显示</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln task(s) match</source>
        <translation>
            <numerusform>%1 / %Ln 个任务匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys; with Ctrl to failures.</source>
        <translation>方向键；按 Ctrl 跳到失败项。</translation>
    </message>
</context>
<context>
    <name>contexts</name>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>control_words</name>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>self-test</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>排空中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>排空</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Registered %1</source>
        <translation>已注册 %1</translation>
    </message>
    <message>
        <source>Promoted %1</source>
        <translation>已晋升 %1</translation>
    </message>
    <message>
        <source>Archived %1</source>
        <translation>已归档 %1</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>已恢复 %1</translation>
    </message>
    <message>
        <source>Deployed %1</source>
        <translation>已部署 %1</translation>
    </message>
    <message>
        <source>Scaled %1</source>
        <translation>已扩缩容 %1</translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation>已重启 %1</translation>
    </message>
    <message>
        <source>Rolled back %1</source>
        <translation>已回滚 %1</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>Changed the routing of %1</source>
        <translation>已更改 %1 的路由</translation>
    </message>
    <message>
        <source>Created experiment %1</source>
        <translation>已创建实验 %1</translation>
    </message>
    <message>
        <source>Started experiment %1</source>
        <translation>已启动实验 %1</translation>
    </message>
    <message>
        <source>Stopped experiment %1</source>
        <translation>已停止实验 %1</translation>
    </message>
    <message>
        <source>Changed the split of %1</source>
        <translation>已更改 %1 的拆分</translation>
    </message>
    <message>
        <source>Proxy %1 has no stream to the control plane and serves its last config. Look at its log, or start it again</source>
        <translation>代理 %1 与控制平面之间没有流，正在使用其最后的配置。请查看其日志，或重新启动</translation>
    </message>
    <message>
        <source>Proxy %1 refused the newest config and serves the one before: %2</source>
        <translation>代理 %1 拒绝了最新配置，正在使用之前的配置：%2</translation>
    </message>
    <message>
        <source>Proxy %1 has no config and refuses every request: apply a routing</source>
        <translation>代理 %1 没有配置，拒绝所有请求：请应用路由</translation>
    </message>
    <message>
        <source>%2 of the items of %1 fail. Routing shows which endpoint</source>
        <translation>%1 的条目有 %2 失败。路由页面会显示是哪个端点</translation>
    </message>
    <message>
        <source>The p99 latency of %1 is %2, over half of its timeout: scale it, or look at its feature store</source>
        <translation>%1 的 p99 延迟为 %2，超过其超时的一半：请扩容，或检查其特征存储</translation>
    </message>
    <message>
        <source>%2 of the rows of %1 fail: its log says why</source>
        <translation>%1 的行有 %2 失败：原因见其日志</translation>
    </message>
    <message>
        <source>%1 does not reach its feature store and answers with defaults</source>
        <translation>%1 无法访问其特征存储，以默认值应答</translation>
    </message>
    <message>
        <source>%1 lost %2 records of its feature log in 15 minutes: is its disk full or slow?</source>
        <translation>%1 在 15 分钟内丢失了 %2 条特征日志记录：磁盘是否已满或过慢？</translation>
    </message>
    <message>
        <source>%1 does not answer at its metrics address: charts have a gap</source>
        <translation>%1 的指标地址无应答：图表会出现空缺</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is down: %3</source>
        <translation>%1 的副本 %2 已宕机：%3</translation>
    </message>
    <message>
        <source>Replica %2 of %1 ended unexpectedly and was started again: its log says why</source>
        <translation>%1 的副本 %2 意外退出并已重新启动：原因见其日志</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is not ready: %3</source>
        <translation>%1 的副本 %2 未就绪：%3</translation>
    </message>
    <message>
        <source>Replicas of %1 answer with %2 different versions</source>
        <translation>%1 的副本以 %2 个不同版本应答</translation>
    </message>
    <message>
        <source>The rollout of %1 failed: %2. Deploy another version or roll back</source>
        <translation>%1 的发布失败：%2。请部署其他版本或回滚</translation>
    </message>
    <message>
        <source>%1 gets no requests: does a routing name it?</source>
        <translation>%1 没有收到请求：是否有路由指向它？</translation>
    </message>
    <message>
        <source>Feature %3 of %1 falls back to its default in %2 of the rows</source>
        <translation>%1 的特征 %3 在 %2 的行中回退到默认值</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
</TS>
